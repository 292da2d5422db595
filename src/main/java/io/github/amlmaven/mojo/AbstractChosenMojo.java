package io.github.amlmaven.mojo;

import java.io.File;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that do something with one snapshot in a workspace or a registry: which snapshot is meant. */
abstract class AbstractChosenMojo extends AbstractTargetMojo {

    /**
     * Which snapshot: a Maven version, or {@code previous} for the newest one before.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.version")
    @Nullable
    String version;

    /**
     * Which snapshot: that of this commit, by its id or the beginning of it. It is looked up in the manifests alone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.commit")
    @Nullable
    String commit;

    /**
     * Which snapshot: a zip on disk.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.file")
    @Nullable
    File file;

    @SuppressWarnings("NullAway.Init")
    AbstractChosenMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    /**
     * The snapshot that the user means. No signature is asked for.
     *
     * @param reference which version {@code previous} is older than
     * @return the snapshot, or nothing when no parameter says which
     * @throws MojoFailureException when there is none, or the parameters make no sense
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    final Optional<LocatedSnapshot> named(SnapshotSource.Reference reference)
            throws MojoFailureException, MojoExecutionException {
        return source().locate(SnapshotParameters.of(version, commit, file, artifact), session, reference);
    }
}
