package io.github.amlmaven.report;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Findings as lines for a terminal, grouped by file. */
public final class ConsoleFindings {

    /** How many findings of a kind are shown in full; a tree with a thousand untracked files has one cause. */
    private static final int IN_FULL = 20;

    private ConsoleFindings() {}

    /**
     * Writes findings out, in their order. Of each kind (the part of a rule's id before the {@code /}) the first twenty are shown, and the
     * rest is counted.
     *
     * @param findings the findings
     * @return lines without line ends; none when there are no findings
     */
    public static List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        Map<String, Integer> shown = new HashMap<>();
        Map<String, Integer> left = new TreeMap<>();
        Optional<TreePath> file = Optional.empty();
        for (Finding finding : findings) {
            String kind = kind(finding);
            if (shown.merge(kind, 1, Integer::sum) > IN_FULL) {
                left.merge(kind, 1, Integer::sum);
                continue;
            }
            TreePath path = finding.location().path();
            if (!Optional.of(path).equals(file)) {
                file = Optional.of(path);
                lines.add(path.isRoot() ? "." : path.value());
            }
            lines.add("  " + finding.location().line() + ":"
                    + finding.location().column() + "  " + finding.rule() + "  " + oneLine(finding.found()));
            lines.add("      " + finding.message());
            lines.add("      > " + finding.fix());
        }
        left.forEach((kind, count) -> lines.add("and " + count + " more of " + kind + "/…"));
        return lines;
    }

    private static String kind(Finding finding) {
        return finding.rule().substring(0, finding.rule().indexOf('/'));
    }

    private static String oneLine(String found) {
        return found.lines().findFirst().orElse("") + (found.lines().count() > 1 ? " …" : "");
    }
}
