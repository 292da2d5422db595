package io.github.amlmaven.mojo;

import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.publish.Formers;
import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Overlay;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.publish.Planner;
import io.github.amlmaven.publish.Preparation;
import io.github.amlmaven.publish.Progress;
import io.github.amlmaven.publish.Publication;
import io.github.amlmaven.publish.Publisher;
import io.github.amlmaven.publish.Target;
import io.github.amlmaven.publish.UnpublishableException;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A snapshot on its way to one destination. */
final class Deployment implements AutoCloseable {
    private final SnapshotReader snapshot;
    private final Publication publication;
    private final Workspace workspace;

    private Deployment(SnapshotReader snapshot, Publication publication, Workspace workspace) {
        this.snapshot = snapshot;
        this.publication = publication;
        this.workspace = workspace;
    }

    /**
     * Opens a snapshot for a destination. Nothing is asked of the destination yet.
     *
     * @param name which snapshot, for people
     * @param snapshot the same, which is closed with the deployment, and when there is none
     * @param destination where it goes
     * @param workspace the same, which answers
     * @param submit whether its pipelines run once, besides being published
     * @param folder where an overlay is that the snapshot does not have
     * @return the deployment, to be closed
     * @throws MojoFailureException when it cannot be published
     * @throws MojoExecutionException when it cannot be read
     */
    static Deployment open(
            String name,
            SnapshotReader snapshot,
            Destination destination,
            Workspace workspace,
            boolean submit,
            Path folder)
            throws MojoFailureException, MojoExecutionException {
        try {
            try {
                Target target =
                        new Target(destination.id(), destination.place(), overlay(snapshot, destination, folder));
                return new Deployment(snapshot, Preparation.of(snapshot, target, submit), workspace);
            } catch (UnpublishableException
                    | UnreadableSnapshotException
                    | UnreadableDocumentException
                    | MojoFailureException
                    | IOException
                    | RuntimeException e) {
                snapshot.close();
                throw e;
            }
        } catch (UnpublishableException e) {
            throw new MojoFailureException(
                    "This snapshot cannot be published to " + destination.id() + ":\n\n" + e.getMessage() + "\n", e);
        } catch (UnreadableSnapshotException e) {
            throw new MojoFailureException(name + ": " + e.getMessage(), e);
        } catch (UnreadableDocumentException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + name + " failed: " + DiskTrouble.words(e), e);
        }
    }

    /** The captured one wins: a released snapshot does the same whatever is on disk. A target that is newer than the snapshot has its own. */
    private static Overlay overlay(SnapshotReader snapshot, Destination destination, Path folder)
            throws IOException, MojoFailureException, UnreadableDocumentException, UnpublishableException {
        Optional<String> name = destination.overlay();
        if (name.isEmpty()) {
            return Overlay.NONE;
        }
        TreePath path = path(name.get(), destination.id());
        Optional<TreeEntry> captured =
                Followed.of(snapshot.source(), path).entry().filter(TreeEntry::isFile);
        Path file = folder.resolve(path.value());
        if (captured.isEmpty() && !Files.isRegularFile(file)) {
            throw new MojoFailureException(
                    "The overlay of " + destination.id() + " is neither a file of the snapshot nor " + file + ".");
        }
        try (InputStream in =
                captured.isPresent() ? snapshot.source().open(captured.get()) : Files.newInputStream(file)) {
            String source = captured.isPresent() ? path.value() : path + " (as it is on disk: the snapshot lacks it)";
            return Overlay.read(source, Document.read(path, in).root());
        }
    }

    private static TreePath path(String overlay, String destination) throws MojoFailureException {
        try {
            return TreePath.of(overlay);
        } catch (IllegalArgumentException e) {
            throw new MojoFailureException(
                    "The overlay of " + destination + " is '" + overlay
                            + "'; it takes the path of a file from the top of"
                            + " the repository, with / between its parts and without . or ..",
                    e);
        }
    }

    /**
     * Finds out what would be done.
     *
     * @return the plan
     * @throws MojoFailureException when the destination refuses to say what is there
     * @throws MojoExecutionException when it does not answer, or the snapshot cannot be read
     */
    Plan plan() throws MojoFailureException, MojoExecutionException {
        try {
            return WorkspaceQuestion.ask(() -> Planner.plan(publication, workspace));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading the snapshot failed: " + DiskTrouble.words(e), e);
        }
    }

    /**
     * Looks at what a plan points elsewhere.
     *
     * @param plan the plan, not run yet
     * @return what is live there now
     * @throws MojoFailureException when the destination refuses to say
     * @throws MojoExecutionException when it does not answer
     */
    Formers formers(Plan plan) throws MojoFailureException, MojoExecutionException {
        return WorkspaceQuestion.ask(() -> Formers.of(plan, workspace));
    }

    /**
     * Does what a plan says.
     *
     * @param plan the plan, without problems
     * @param formers what it re-points
     * @param progress hears what is done
     * @return what came of it
     */
    Outcome run(Plan plan, Formers formers, Progress progress) {
        return Publisher.publish(publication, plan, formers, workspace, progress);
    }

    @Override
    public void close() throws MojoExecutionException {
        try {
            snapshot.close();
        } catch (IOException e) {
            throw new MojoExecutionException("Closing a snapshot failed: " + DiskTrouble.words(e), e);
        }
    }
}
