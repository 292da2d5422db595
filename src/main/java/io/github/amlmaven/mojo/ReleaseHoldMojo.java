package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Holds;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.ArtifactUtils;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Takes the hold off a version that a rollback left with {@code aml.hold}, so that it may be published to the workspace again. Nothing is
 * published by this.
 *
 * <p>It needs no project: outside one, say whose version with {@code aml.artifact}, or name a zip with {@code aml.file}. A release is known by
 * its coordinates, and need not be in any repository any more.
 *
 * @since 0.1.0
 */
@Mojo(name = "release-hold", requiresProject = false, threadSafe = true)
public final class ReleaseHoldMojo extends AbstractChosenMojo {

    /**
     * Made by Maven.
     *
     * @param source where snapshots are
     * @param access what the settings say about getting to Azure
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public ReleaseHoldMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    @Override
    void skipped() {
        getLog().info("aml.skip is set: no hold is taken off.");
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        if (session.isOffline()) {
            throw new MojoFailureException("No hold can be taken off while Maven is offline. Run it without -o.");
        }
        LocatedSnapshot located = named(coordinates -> {
                    throw new MojoFailureException("aml.version=previous has no meaning here: name the version."
                            + " `mvn aml:history -Daml.target=<target>` shows which are held.");
                })
                .orElseThrow(AbstractStoredMojo::nothingSaid);
        Stamp snapshot = stamp(located);
        Destination destination = destination();
        Holds holds = new Holds(AzureWorkspace.open(destination.place(), connection()));
        Optional<Hold> hold = WorkspaceQuestion.ask(() -> holds.release(snapshot));
        String where = destination.place().toString();
        getLog().info(
                        hold.isEmpty()
                                ? "There is no hold on " + snapshot.coordinates() + " in " + where
                                        + ". Nothing was written."
                                : "Taken off in " + where + ": " + snapshot.coordinates() + " was "
                                        + Holds.spoken(hold.get()));
    }

    private static Stamp stamp(LocatedSnapshot located) throws MojoExecutionException, MojoFailureException {
        if (located instanceof SnapshotInRepository released && !ArtifactUtils.isSnapshot(released.version())) {
            return new Stamp("", located.name(), "");
        }
        Manifest manifest = located.manifest();
        Manifest.Project project = manifest.project();
        return new Stamp(
                manifest.id(),
                project.groupId() + ":" + project.artifactId() + ":" + project.version(),
                manifest.git().commit());
    }
}
