package io.github.amlmaven.mojo;

import io.github.amlmaven.git.BranchWriter;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.git.ObjectMissingException;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.restore.BranchRestore;
import io.github.amlmaven.restore.Changes;
import io.github.amlmaven.restore.FolderRestore;
import io.github.amlmaven.restore.InPlaceRestore;
import io.github.amlmaven.restore.RestoreRefusedException;
import io.github.amlmaven.snapshot.Flaw;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Progress;
import io.github.amlmaven.snapshot.SealedSnapshot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Brings a version back: the definitions, environments and code of its pipelines, together, as they were at its commit. The snapshot is verified
 * first, byte for byte; one that is not sound changes nothing.
 *
 * <p>Without another word it restores into the working copy that Maven is called in, which has to be clean, since git is the undo. Files that
 * the version did not have in the folders that it captured are removed if git tracks them; what git does not track is never touched. It is all
 * or nothing: when the process is killed, every other goal refuses to go on until this one has put everything back.
 *
 * <p>With {@code aml.to=workspace} it makes a version live again instead. {@code aml.version=previous} is then the newest one in the Maven
 * repository that is older than what the schedules and endpoints of the project run in the target.
 *
 * <p>It needs no project: outside one, say whose version with {@code aml.artifact}, or name a zip with {@code aml.file}.
 *
 * @since 0.1.0
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true)
public final class RestoreMojo extends AbstractPublishMojo {

    /**
     * Where to: {@code tree}, the files of this repository; or {@code workspace}, live: what is still there is used, what is missing is
     * created, and schedules and endpoints are pointed back to it, last.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.to", defaultValue = "tree")
    String to;

    /**
     * A new branch, on which one commit makes everything as it was; the working copy stays as it is, clean or not. The commit follows the one
     * that is checked out.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.branch")
    @Nullable
    String branch;

    /**
     * A new or empty folder to restore into instead; no git is needed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.directory")
    @Nullable
    File directory;

    /**
     * Why the version that is left must not come back: live, whatever was behind the schedules and endpoints that are pointed back is marked
     * as held, and {@code aml:deploy} refuses it until {@code aml:release-hold}. At most 256 characters.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.hold")
    @Nullable
    String hold;

    /**
     * Verifies everything and lists what would change, and changes nothing.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * The folder in which a file is written for each live restore that points something elsewhere: what that was before. In a project it is
     * {@code target/aml/before} unless this says another; outside a project none is written without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.beforeFolder")
    @Nullable
    File beforeFolder;

    private final SnapshotSource source;

    /** Where a snapshot can be restored to. */
    private enum To {
        TREE,
        WORKSPACE
    }

    /**
     * Made by Maven.
     *
     * @param source where snapshots are
     * @param access what the settings say about getting to Azure
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public RestoreMojo(SnapshotSource source, Access access) {
        super(source, access);
        this.source = source;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("aml.skip is set: nothing is restored.");
            return;
        }
        if (Choice.of("aml.to", To.class, to) == To.WORKSPACE) {
            live();
            return;
        }
        if (hold != null) {
            throw new MojoFailureException(
                    "aml.hold marks what is left in a workspace; it goes with -Daml.to=workspace.");
        } else if (branch != null && directory != null) {
            throw new MojoFailureException("aml.branch and aml.directory are two places; give one.");
        }
        try {
            LocatedSnapshot located = wanted();
            try (SealedSnapshot snapshot = Soundness.open(located.name(), located.zip())) {
                restore(located.name(), snapshot);
            }
        } catch (RestoreRefusedException
                | UnusableRepositoryException
                | LfsObjectMissingException
                | ObjectMissingException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Restoring failed: " + e.getMessage(), e);
        }
    }

    private void live() throws MojoExecutionException, MojoFailureException {
        if (branch != null || directory != null) {
            throw new MojoFailureException(
                    "aml.branch and aml.directory are places in the tree; leave them out with" + " aml.to=workspace.");
        } else if (session.isOffline()) {
            throw new MojoFailureException("Nothing can be restored live while Maven is offline. Run it without -o.");
        }
        LocatedSnapshot located = located(coordinates ->
                        new LiveReference(source, session, destination(), connection(), getLog()).version(coordinates))
                .orElseThrow(AbstractSourceMojo::nothingSaid);
        Publishing publishing = publishing(beforeFolder);
        List<Departure> departures = List.of(released(located, "restore -Daml.to=workspace", hold != null));
        Publishing.Before holding = Holding.of(hold, session, destination(), connection(), dryRun, getLog());
        if (dryRun) {
            holding.run(publishing.plan(departures, false));
            getLog().info("aml.dryRun is set: nothing is written.");
        } else {
            publishing.publish(departures, false, holding);
        }
    }

    /** This goal is the one that mends it, wherever it restores to. */
    @Override
    void refuseUnfinished() throws MojoFailureException, MojoExecutionException {
        if (dryRun) {
            super.refuseUnfinished();
        } else if (Unfinished.undo(folder(), BuildEnvironment.of(session))) {
            getLog().warn("An earlier restore was not finished. Everything that it had done is undone.");
        }
    }

    private void restore(String name, SealedSnapshot snapshot)
            throws MojoFailureException, RestoreRefusedException, UnusableRepositoryException, IOException {
        if (!snapshot.manifest().publishable()) {
            getLog().warn(name + " was made for people to look at: it has "
                    + snapshot.manifest().findings().size() + " findings and was never published.");
        }
        if (directory != null) {
            intoFolder(name, snapshot, directory.toPath());
            return;
        }
        Map<String, String> environment = BuildEnvironment.of(session);
        try (GitRepository repository = GitRepository.open(folder(), environment)) {
            Soundness.compare(name, snapshot, repository);
            Changes changes = Changes.between(snapshot, repository.head());
            if (branch != null) {
                ontoBranch(name, snapshot, repository, changes, branch);
            } else {
                inPlace(name, snapshot, repository, changes);
            }
        }
    }

    private void intoFolder(String name, SealedSnapshot snapshot, Path folder)
            throws MojoFailureException, RestoreRefusedException, IOException {
        FolderRestore.refuseContent(folder);
        if (dryRun) {
            Soundness.verify(name, snapshot, progress());
            snapshot.manifest().files().forEach(file -> getLog().info("would write   " + file.path()));
            return;
        }
        Soundness.refuse(name, FolderRestore.run(snapshot, folder, progress()));
        getLog().info(what(snapshot.manifest()) + " is restored into " + folder + ": "
                + snapshot.manifest().files().size() + " files.");
    }

    private void ontoBranch(
            String name, SealedSnapshot snapshot, GitRepository repository, Changes changes, String onto)
            throws MojoFailureException, RestoreRefusedException, UnusableRepositoryException, IOException {
        try (BranchWriter writer = repository.branch(onto, BuildEnvironment.of(session))) {
            if (nothingToDo(name, snapshot, changes) || isTold(name, snapshot, changes)) {
                return;
            }
            BranchRestore.Outcome outcome = BranchRestore.run(repository, writer, snapshot, changes, progress());
            Soundness.refuse(name, outcome.flaws());
            getLog().info(what(snapshot.manifest()) + " is restored as commit " + outcome.commit() + " on the branch "
                    + onto + ": " + count(changes) + ".");
            getLog().info("The working copy is as it was. Look at the commit with `git show --stat " + onto
                    + "`; undo it with `git branch -D " + onto + "`.");
        }
    }

    private void inPlace(String name, SealedSnapshot snapshot, GitRepository repository, Changes changes)
            throws MojoFailureException, RestoreRefusedException, UnusableRepositoryException, IOException {
        InPlaceRestore restore = InPlaceRestore.of(repository, snapshot, changes);
        if (nothingToDo(name, snapshot, changes) || isTold(name, snapshot, changes)) {
            return;
        }
        List<Flaw> flaws = restore.run(snapshot, progress());
        Soundness.refuse(name, flaws);
        getLog().info(what(snapshot.manifest()) + " is restored into " + repository.workTree() + ": " + count(changes)
                + ".");
        getLog().info(
                        "Nothing of it is staged or committed. Look at it with `git status` and `git diff`, keep it with `git"
                                + " add --all` and `git commit`, or undo it with `git stash --include-untracked`.");
    }

    private boolean nothingToDo(String name, SealedSnapshot snapshot, Changes changes)
            throws MojoFailureException, IOException {
        if (changes.isEmpty()) {
            Soundness.verify(name, snapshot, progress());
            getLog().info("Everything of " + what(snapshot.manifest()) + " is in the commit that is checked out.");
        }
        return changes.isEmpty();
    }

    private boolean isTold(String name, SealedSnapshot snapshot, Changes changes)
            throws MojoFailureException, IOException {
        if (dryRun) {
            Soundness.verify(name, snapshot, progress());
            changes.written().keySet().forEach(path -> getLog().info("would write   " + path));
            changes.removed().forEach(path -> getLog().info("would remove  " + path));
            changes.submodules()
                    .forEach((path, commit) -> getLog().info("would set     " + path + " to commit " + commit));
            getLog().info("aml.dryRun is set: nothing is changed. A restore: " + count(changes) + ".");
        }
        return dryRun;
    }

    private static String what(Manifest manifest) {
        Manifest.Project project = manifest.project();
        return project.groupId() + ":" + project.artifactId() + ":" + project.version() + " (commit "
                + manifest.git().commit() + ", " + manifest.id() + ")";
    }

    private static String count(Changes changes) {
        return changes.written().size() + " files written, " + changes.removed().size() + " removed"
                + Optional.of(changes.submodules().size())
                        .filter(count -> count > 0)
                        .map(count -> ", " + count + " submodules set")
                        .orElse("");
    }

    private Progress progress() {
        return new LoggedProgress(getLog(), "Verifying");
    }
}
