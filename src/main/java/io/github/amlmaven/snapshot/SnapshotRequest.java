package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.tree.FileTree;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot is made of.
 *
 * @param generator what writes it, with its version
 * @param project whose it is
 * @param git the commit
 * @param scm where the project's pom says the sources are
 * @param tree the files of the commit
 * @param graph the definitions, read from that tree; whole, without problems
 * @param exemptions the exemptions that were used
 * @param allowDirty globs of untracked files that did not make the working copy dirty
 * @param findings why it must not be published; empty when it may be
 */
public record SnapshotRequest(
        String generator,
        Manifest.Project project,
        Manifest.Git git,
        Optional<Manifest.Scm> scm,
        FileTree tree,
        DefinitionGraph graph,
        List<Manifest.Exemption> exemptions,
        List<String> allowDirty,
        List<Manifest.Finding> findings) {

    /**
     * Takes its own copies.
     *
     * @throws IllegalArgumentException when the graph has problems
     */
    public SnapshotRequest {
        if (!graph.problems().isEmpty()) {
            throw new IllegalArgumentException(graph.problems().get(0).toString());
        }
        exemptions = List.copyOf(exemptions);
        allowDirty = List.copyOf(allowDirty);
        findings = List.copyOf(findings);
    }
}
