package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Strictness;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.gate.git.AllowDirty;
import io.github.amlmaven.gate.git.MalformedGlobException;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** A snapshot of this build is published only while the working copy is still what it was made from. */
final class CleanTree {
    private CleanTree() {}

    /**
     * Looks.
     *
     * @param repository the repository that the snapshot was made from
     * @param manifest what the snapshot says of itself
     * @throws MojoFailureException when another commit is checked out, or the working copy differs from it
     * @throws UnusableRepositoryException when the working copy cannot be judged
     * @throws IOException when it cannot be read
     */
    static void check(GitRepository repository, Manifest manifest)
            throws MojoFailureException, UnusableRepositoryException, IOException {
        String made = manifest.git().commit();
        if (!repository.head().id().equals(made)) {
            throw new MojoFailureException("The snapshot was made of commit " + made + ", and "
                    + repository.head().id()
                    + " is checked out. Run mvn package again, or publish a released snapshot with"
                    + " -Daml.version=.");
        }
        Set<TreePath> captured =
                manifest.files().stream().map(Manifest.FileEntry::path).collect(Collectors.toSet());
        List<Finding> findings = new Gate(RuleCatalogue.rules(Strictness.DEFAULT))
                .check(allowed(manifest).without(repository.workingTree().status(captured), captured));
        String refusals = findings.stream()
                .filter(finding -> finding.severity() == Severity.REFUSE)
                .map(finding -> "  " + finding.location().path() + "  " + finding.rule() + "  " + finding.message()
                        + " " + finding.fix())
                .collect(Collectors.joining("\n"));
        if (!refusals.isEmpty()) {
            throw new MojoFailureException(
                    "The working copy is not what the snapshot was made from:\n\n" + refusals + "\n");
        }
    }

    private static AllowDirty allowed(Manifest manifest) throws MojoFailureException {
        try {
            return AllowDirty.of(manifest.allowDirty());
        } catch (MalformedGlobException e) {
            throw new MojoFailureException("allowDirty of the snapshot's manifest: " + e.getMessage() + ".", e);
        }
    }
}
