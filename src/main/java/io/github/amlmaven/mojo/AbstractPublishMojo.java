package io.github.amlmaven.mojo;

import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.workspace.azure.Azure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that publish, or say what would be published: what must not be, and how to go on. */
abstract class AbstractPublishMojo extends AbstractTargetMojo {

    /**
     * Publishes releases only: a snapshot of a project whose version ends in {@code -SNAPSHOT} is refused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.requireRelease", defaultValue = "false")
    boolean requireRelease;

    @SuppressWarnings("NullAway.Init")
    AbstractPublishMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    /**
     * A snapshot that was not made by this build, on its way.
     *
     * @param located which
     * @param goal the goal that goes on with it when it is stopped
     * @param held whether what it leaves is held
     * @return the snapshot, on its way
     * @throws MojoFailureException when it is not sound, or must not be published
     * @throws MojoExecutionException when it cannot be read
     */
    final Departure released(LocatedSnapshot located, String goal, boolean held)
            throws MojoExecutionException, MojoFailureException {
        Manifest manifest = verified(located);
        return new Departure(
                located.name(), located.zip(), destination(), again(manifest, goal), new WayBack(where(), held));
    }

    /**
     * Verifies all of a snapshot that was not made by this build, before anything is asked of the destination.
     *
     * @param located which
     * @return what it says of itself
     * @throws MojoFailureException when it is not sound, or must not be published
     * @throws MojoExecutionException when it cannot be read
     */
    final Manifest verified(LocatedSnapshot located) throws MojoExecutionException, MojoFailureException {
        Manifest manifest = located.manifest();
        refuse(located.name(), manifest);
        try (SealedSnapshot snapshot = Soundness.open(located.name(), located.zip())) {
            Soundness.verify(located.name(), snapshot, new LoggedProgress(getLog(), "Verifying"));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + located.name() + " failed: " + e.getMessage(), e);
        }
        return manifest;
    }

    /** The command that publishes a released snapshot by itself. */
    final String again(Manifest manifest, String goal) {
        Manifest.Project project = manifest.project();
        return "mvn aml:" + goal + " -Daml.artifact=" + project.groupId() + ":" + project.artifactId() + ":"
                + project.version() + where();
    }

    /** Refuses a snapshot that must not be published, by what it says of itself. */
    final void refuse(String name, Manifest manifest) throws MojoFailureException {
        Refusals.check(name, manifest, today());
        if (requireRelease) {
            Refusals.checkRelease(name, manifest);
        }
    }

    /** The day on which exemptions have to count. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * Gets ready to publish: Azure is reached from now on, while the snapshots are looked at.
     *
     * @param beforeFolder where what is live before is written down, if the user says so
     */
    final Publishing publishing(@Nullable File beforeFolder) throws MojoFailureException {
        Optional<Path> before = beforeFolder == null ? inBuild("before") : Optional.of(beforeFolder.toPath());
        return new Publishing(Azure.reach(connection()), folder(), inBuild("plan.json"), before, getLog());
    }

    private Optional<Path> inBuild(String name) {
        return SnapshotSource.isProject(session)
                ? Optional.of(Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", name))
                : Optional.empty();
    }

    final boolean isCalledByName() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }
}
