package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.git.ObjectMissingException;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.report.Count;
import io.github.amlmaven.restore.RestoreRefusedException;
import io.github.amlmaven.snapshot.SealedSnapshot;
import java.io.File;
import java.io.IOException;
import java.util.List;
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
    }

    @Override
    void skipped() {
        getLog().info("aml.skip is set: nothing is restored.");
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
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
            LocatedSnapshot located = located(this::ownVersion).orElseThrow(AbstractStoredMojo::nothingSaid);
            try (SealedSnapshot snapshot = Soundness.open(located, policy(), getLog())) {
                restore(located, snapshot);
            }
        } catch (RestoreRefusedException
                | UnusableRepositoryException
                | LfsObjectMissingException
                | ObjectMissingException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Restoring failed: " + DiskTrouble.words(e), e);
        }
    }

    private void live() throws MojoExecutionException, MojoFailureException {
        if (branch != null || directory != null) {
            throw new MojoFailureException(
                    "aml.branch and aml.directory are places in the tree; leave them out with aml.to=workspace.");
        } else if (session.isOffline()) {
            throw new MojoFailureException("Nothing can be restored live while Maven is offline. Run it without -o.");
        }
        LocatedSnapshot located = located(
                        coordinates -> new LiveReference(source(), session, destination(), connection(), getLog())
                                .version(coordinates))
                .orElseThrow(AbstractStoredMojo::nothingSaid);
        Publishing publishing = publishing(beforeFolder);
        List<Departure> departures = List.of(released(located, "restore -Daml.to=workspace", hold != null));
        try {
            Publishing.Before holding = Holding.of(hold, session, destination(), connection(), dryRun, getLog());
            if (dryRun) {
                holding.run(publishing.plan(departures, false));
                getLog().info("aml.dryRun is set: nothing is written.");
            } else {
                publishing.publish(departures, false, holding);
            }
        } finally {
            close(departures);
        }
    }

    /** This goal is the one that mends it, wherever it restores to. */
    @Override
    void refuseUnfinished() throws MojoFailureException, MojoExecutionException {
        if (dryRun) {
            super.refuseUnfinished();
        } else if (Unfinished.undo(folder(), environment())) {
            getLog().warn("An earlier restore was not finished. Everything that it had done is undone.");
        }
    }

    private void restore(LocatedSnapshot located, SealedSnapshot snapshot)
            throws MojoFailureException, MojoExecutionException, RestoreRefusedException, UnusableRepositoryException,
                    IOException {
        if (!snapshot.manifest().publishable()) {
            getLog().warn(located.name() + " was made for people to look at: it has "
                    + Count.of(snapshot.manifest().findings().size(), "finding") + " and was never published.");
        }
        TreeRestore restore = new TreeRestore(located, snapshot, dryRun, getLog());
        if (directory != null) {
            restore.intoFolder(directory.toPath());
            return;
        }
        try (GitRepository repository = GitRepository.open(folder(), environment())) {
            if (branch != null) {
                restore.ontoBranch(repository, branch, environment());
            } else {
                restore.inPlace(repository);
            }
        }
    }
}
