package io.github.amlmaven.report;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Findings as lines for a terminal, grouped by file, each with its line of the file and marks under what is wrong. */
public final class ConsoleFindings {

    /** How many findings of a kind are shown in full; a tree with a thousand untracked files has one cause. */
    private static final int IN_FULL = 20;

    private final SourceLines sources;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private ConsoleFindings(SourceLines sources, Style style) {
        this.sources = sources;
        this.style = style;
    }

    /**
     * Writes findings out, in their order. Of each kind (the part of a rule's id before the {@code /}) the first twenty are shown, and the
     * rest is counted.
     *
     * @param findings the findings
     * @param sources the lines that they stand in
     * @param style what tells their parts apart
     * @return lines without line ends; none when there are no findings
     * @throws IOException when a line cannot be read
     */
    public static List<String> lines(List<Finding> findings, SourceLines sources, Style style) throws IOException {
        ConsoleFindings console = new ConsoleFindings(sources, style);
        console.write(findings);
        return console.lines;
    }

    private void write(List<Finding> findings) throws IOException {
        Map<String, Integer> shown = new HashMap<>();
        Map<String, Integer> left = new TreeMap<>();
        TreePath file = TreePath.ROOT;
        for (Finding finding : findings) {
            String kind = kind(finding);
            if (shown.merge(kind, 1, Integer::sum) > IN_FULL) {
                left.merge(kind, 1, Integer::sum);
                continue;
            }
            if (!finding.location().path().equals(file)) {
                file = finding.location().path();
                lines.add(style.of(Style.Part.FILE, file.value()));
            }
            write(finding);
        }
        left.forEach((kind, count) -> lines.add("and " + count + " more of " + kind + "/..."));
    }

    private void write(Finding finding) throws IOException {
        String line = Integer.toString(finding.location().line());
        Style.Part part = finding.severity() == Severity.REFUSE ? Style.Part.REFUSAL : Style.Part.WARNING;
        lines.add("  " + style.of(part, line + ":" + finding.location().column() + "  " + finding.rule()) + "  "
                + oneLine(finding.found()));
        sources.at(finding.location())
                .flatMap(source -> Excerpt.of(finding, source))
                .ifPresent(excerpt -> {
                    lines.add("      " + line + " | " + excerpt.line());
                    lines.add("      " + " ".repeat(line.length()) + " | " + " ".repeat(excerpt.indent())
                            + style.of(Style.Part.CARET, "^".repeat(excerpt.marks())));
                });
        if (!finding.way().isEmpty()) {
            lines.add("      by way of "
                    + finding.way().stream().map(Location::toString).collect(Collectors.joining(", ")));
        }
        lines.add("      " + finding.message());
        lines.add("      " + style.of(Style.Part.FIX, "> " + finding.fix()));
    }

    private static String kind(Finding finding) {
        return finding.rule().substring(0, finding.rule().indexOf('/'));
    }

    private static String oneLine(String found) {
        return found.lines().findFirst().orElse("") + (found.lines().count() > 1 ? " ..." : "");
    }
}
