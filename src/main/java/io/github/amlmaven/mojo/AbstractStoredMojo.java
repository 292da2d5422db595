package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Coordinates;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that begin with snapshots which are there already. */
abstract class AbstractStoredMojo extends AbstractAmlMojo {

    /**
     * Whose snapshots: {@code groupId:artifactId}; where one snapshot is meant also {@code groupId:artifactId:version}. In a project it is the
     * project's own unless this says another; outside a project it is needed, unless the snapshot is told by {@code aml.file}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.artifact")
    @Nullable
    String artifact;

    private final SnapshotSource source;

    @SuppressWarnings("NullAway.Init")
    AbstractStoredMojo(SnapshotSource source) {
        this.source = source;
    }

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        refuseUnfinished();
        act();
    }

    /** What the goal is for, in a working copy that is of one piece. */
    abstract void act() throws MojoExecutionException, MojoFailureException;

    /** Nothing goes on in a working copy that is half of one version and half of another, but for the goal that mends it. */
    void refuseUnfinished() throws MojoFailureException, MojoExecutionException {
        try {
            Unfinished.refuse(folder(), environment());
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + folder() + " failed: " + DiskTrouble.words(e), e);
        }
    }

    final SnapshotSource source() {
        return source;
    }

    /** For a goal that can do nothing without a snapshot. */
    static MojoFailureException nothingSaid() {
        return new MojoFailureException("Say which snapshot: -Daml.version=1.4.0 or previous,"
                + " -Daml.commit=<commit>, or -Daml.file=<zip>. `mvn aml:history` lists the versions.");
    }

    /** What {@code previous} is older than where nothing is live: the project's own version. */
    final String ownVersion(Coordinates coordinates) throws MojoFailureException {
        if (SnapshotSource.project(session).filter(coordinates::equals).isEmpty()) {
            throw new MojoFailureException(
                    "This is not the project " + coordinates + ", so there is nothing that a version"
                            + " could be previous to. Name a version; `mvn aml:history -Daml.artifact=" + coordinates
                            + "` lists them.");
        }
        return session.getCurrentProject().getVersion();
    }

    /** The folder that Maven was called in, or its project's. */
    final Path folder() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
