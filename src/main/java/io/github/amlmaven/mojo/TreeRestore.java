package io.github.amlmaven.mojo;

import io.github.amlmaven.git.BranchWriter;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.report.Count;
import io.github.amlmaven.restore.BranchRestore;
import io.github.amlmaven.restore.Changes;
import io.github.amlmaven.restore.FolderRestore;
import io.github.amlmaven.restore.InPlaceRestore;
import io.github.amlmaven.restore.RestoreRefusedException;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.SealedSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * Brings a snapshot back as files, and tells what came of it.
 *
 * @param located which snapshot
 * @param snapshot the snapshot
 * @param dryRun whether it only says what it would do
 * @param log hears what is done
 */
record TreeRestore(LocatedSnapshot located, SealedSnapshot snapshot, boolean dryRun, Log log) {

    /**
     * Writes it into a folder of its own.
     *
     * @param folder a folder, new or empty
     * @throws MojoFailureException when the snapshot is not sound
     * @throws MojoExecutionException when a repository could not be asked
     * @throws RestoreRefusedException when something is in the folder
     * @throws IOException when it cannot be written
     */
    void intoFolder(Path folder)
            throws MojoFailureException, MojoExecutionException, RestoreRefusedException, IOException {
        FolderRestore.refuseContent(folder);
        if (dryRun) {
            Soundness.verify(located, snapshot, progress());
            snapshot.manifest().files().forEach(file -> log.info("would write   " + file.path()));
            return;
        }
        Soundness.refuse(located, snapshot, FolderRestore.run(snapshot, folder, progress()));
        log.info(what() + " is restored into " + folder + ": "
                + Count.of(snapshot.manifest().files().size(), "file") + ".");
    }

    /**
     * Makes a commit of it on a new branch.
     *
     * @param repository the repository
     * @param onto the branch
     * @param environment the environment of the process, which says who commits
     * @throws MojoFailureException when the snapshot is not sound, or is not what its commit is
     * @throws MojoExecutionException when a repository could not be asked
     * @throws RestoreRefusedException when something stands in the way
     * @throws UnusableRepositoryException when there cannot be such a branch
     * @throws IOException when git's files cannot be read or written
     */
    void ontoBranch(GitRepository repository, String onto, Map<String, String> environment)
            throws MojoFailureException, MojoExecutionException, RestoreRefusedException, UnusableRepositoryException,
                    IOException {
        Changes changes = changes(repository);
        try (BranchWriter writer = repository.branch(onto, environment)) {
            if (isThere(changes) || isTold(changes)) {
                return;
            }
            BranchRestore.Outcome outcome = BranchRestore.run(repository, writer, snapshot, changes, progress());
            Soundness.refuse(located, snapshot, outcome.flaws());
            log.info(what() + " is restored as commit " + outcome.commit() + " on the branch " + onto + ": "
                    + count(changes) + ".");
            log.info("The working copy is as it was. Look at the commit with `git show --stat " + onto
                    + "`; undo it with `git branch -D " + onto + "`.");
        }
    }

    /**
     * Writes it into the working copy.
     *
     * @param repository the repository
     * @throws MojoFailureException when the snapshot is not sound, or is not what its commit is
     * @throws MojoExecutionException when a repository could not be asked
     * @throws RestoreRefusedException when the working copy is not clean, or something stands in the way
     * @throws UnusableRepositoryException when the repository is of a kind that cannot be read
     * @throws IOException when a file cannot be read or written
     */
    void inPlace(GitRepository repository)
            throws MojoFailureException, MojoExecutionException, RestoreRefusedException, UnusableRepositoryException,
                    IOException {
        Changes changes = changes(repository);
        InPlaceRestore restore = InPlaceRestore.of(repository, snapshot, changes);
        if (isThere(changes) || isTold(changes)) {
            return;
        }
        List<Flaw> flaws = restore.run(snapshot, progress());
        Soundness.refuse(located, snapshot, flaws);
        log.info(what() + " is restored into " + repository.workTree() + ": " + count(changes) + ".");
        log.info("Nothing of it is staged or committed. Look at it with `git status` and `git diff`, keep it with `git"
                + " add --all` and `git commit`, or undo it with `git stash --include-untracked`.");
    }

    private Changes changes(GitRepository repository)
            throws MojoFailureException, MojoExecutionException, RestoreRefusedException, IOException {
        Soundness.compare(located, snapshot, repository);
        return Changes.between(snapshot, repository.head());
    }

    private boolean isThere(Changes changes) throws MojoFailureException, MojoExecutionException, IOException {
        if (changes.isEmpty()) {
            Soundness.verify(located, snapshot, progress());
            log.info("Everything of " + what() + " is in the commit that is checked out.");
        }
        return changes.isEmpty();
    }

    private boolean isTold(Changes changes) throws MojoFailureException, MojoExecutionException, IOException {
        if (dryRun) {
            Soundness.verify(located, snapshot, progress());
            changes.written().keySet().forEach(path -> log.info("would write   " + path));
            changes.removed().forEach(path -> log.info("would remove  " + path));
            changes.submodules().forEach((path, commit) -> log.info("would set     " + path + " to commit " + commit));
            log.info("aml.dryRun is set: nothing is changed. A restore: " + count(changes) + ".");
        }
        return dryRun;
    }

    private String what() {
        Manifest manifest = snapshot.manifest();
        Manifest.Project project = manifest.project();
        return project.groupId() + ":" + project.artifactId() + ":" + project.version() + " (commit "
                + manifest.git().commit() + ", " + manifest.id() + ")";
    }

    private static String count(Changes changes) {
        return Count.of(changes.written().size(), "file") + " written, "
                + changes.removed().size() + " removed"
                + Optional.of(changes.submodules().size())
                        .filter(count -> count > 0)
                        .map(count -> ", " + Count.of(count, "submodule") + " set")
                        .orElse("");
    }

    private Progress progress() {
        return new LoggedProgress(log, "Verifying");
    }
}
