package io.github.amlmaven.mojo;

import io.github.amlmaven.definition.CodeId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.exemption.Exemption;
import io.github.amlmaven.git.Status;
import io.github.amlmaven.tree.TreePath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a module defines, and what the gate says of it.
 *
 * @param graph its definitions and everything that they lead to
 * @param status how the working copy differs from the commit, whether that is excused or not, but for what the build itself writes
 * @param findings what was found and is not exempted, in the order of the places
 * @param exemptions those that let something pass, in the order of their file
 */
record Examination(DefinitionGraph graph, Status status, List<Finding> findings, List<Exemption> exemptions) {
    private static final String SECRET = "secret/";

    /** Whether anything that was found refuses the snapshot. */
    boolean refuses() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.REFUSE);
    }

    /** Whether a secret stands in what would be captured, so that nothing may be written at all. */
    boolean holdsSecrets() {
        return findings.stream().anyMatch(finding -> finding.rule().startsWith(SECRET));
    }

    /** Whether there is nothing to make a snapshot of. */
    boolean isEmpty() {
        return graph.entries().isEmpty() && isWhole();
    }

    /** Whether everything could be read; what could not is among the findings. */
    boolean isWhole() {
        return graph.problems().isEmpty();
    }

    /** The files and folders that a snapshot of the graph takes its content from, in no order. */
    static Set<TreePath> captured(DefinitionGraph graph) {
        Set<TreePath> captured = new HashSet<>(graph.files().keySet());
        for (CodeId code : graph.code().keySet()) {
            captured.add(code.path());
            captured.addAll(code.additionalIncludes());
        }
        graph.assets().values().stream()
                .flatMap(asset -> asset.references().stream())
                .forEach(reference -> {
                    if (reference.target() instanceof Target.Files files) {
                        captured.add(files.path());
                    }
                });
        return captured;
    }
}
