package io.github.amlmaven.gate.exemption;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.tree.TreePath;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that may pass although a rule finds it. It has a path, a reference or both, and then counts only where both are met.
 *
 * @param rule the rule's id
 * @param path the file that the finding is in
 * @param reference the very text that was found
 * @param reason why it may pass
 * @param owner who answers for it
 * @param expires the last day on which it counts
 */
public record Exemption(
        String rule,
        Optional<TreePath> path,
        Optional<String> reference,
        String reason,
        String owner,
        LocalDate expires) {

    boolean covers(Finding finding) {
        return rule.equals(finding.rule())
                && path.map(finding.location().path()::equals).orElse(true)
                && reference.map(finding.found()::equals).orElse(true);
    }

    boolean isOver(LocalDate today) {
        return today.isAfter(expires);
    }

    /** Whether everything that it could cover lies in a folder. */
    boolean isAbout(TreePath folder) {
        return path.map(file -> file.isIn(folder)).orElse(folder.isRoot());
    }
}
