package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Coordinates;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that begin with a snapshot which is there already. */
abstract class AbstractSourceMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

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

    /**
     * Whose snapshot: {@code groupId:artifactId}, or {@code groupId:artifactId:version}. In a project it is the project's own unless this
     * says another; outside a project this or {@code aml.file} is needed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.artifact")
    @Nullable
    String artifact;

    /**
     * What signature a snapshot has to have, before anything of it is used: {@code none}, or {@code pgp}, the OpenPGP signature that {@code
     * maven-gpg-plugin} deploys beside it ({@code -aml.zip.asc}; of {@code aml.file} the file beside it). With {@code pgp}, one of the keys in
     * {@code aml.keyring} has to have made it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.signature", defaultValue = "none")
    String signature;

    /**
     * The public keys that are trusted to sign, as {@code gpg --armor --export} writes them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.keyring")
    @Nullable
    File keyring;

    private final SnapshotSource source;

    @SuppressWarnings("NullAway.Init")
    AbstractSourceMojo(SnapshotSource source) {
        this.source = source;
    }

    /**
     * The snapshot that the user means, signed as the user asks.
     *
     * @param reference which version {@code previous} is older than
     * @return the snapshot, or nothing when no parameter says which
     * @throws MojoFailureException when there is none, or the parameters make no sense
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    final Optional<LocatedSnapshot> located(SnapshotSource.Reference reference)
            throws MojoFailureException, MojoExecutionException {
        SignaturePolicy policy =
                SignaturePolicy.of(signature, Optional.ofNullable(keyring).map(File::toPath));
        Optional<LocatedSnapshot> located = named(reference);
        if (located.isPresent()) {
            policy.check(located.get()).ifPresent(getLog()::info);
        }
        return located;
    }

    /**
     * The same for a goal that uses nothing of the snapshot but its name, so that no signature is asked for.
     *
     * @param reference which version {@code previous} is older than
     * @return the snapshot, or nothing when no parameter says which
     * @throws MojoFailureException when there is none, or the parameters make no sense
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    final Optional<LocatedSnapshot> named(SnapshotSource.Reference reference)
            throws MojoFailureException, MojoExecutionException {
        refuseUnfinished();
        SnapshotParameters parameters = new SnapshotParameters(
                Optional.ofNullable(version),
                Optional.ofNullable(commit),
                Optional.ofNullable(file).map(File::toPath),
                Optional.ofNullable(artifact));
        return source.locate(parameters, session, reference);
    }

    /**
     * The snapshot for a goal that can do nothing without one. The version before is the one before the project's own.
     *
     * @return the snapshot
     * @throws MojoFailureException when there is none, or no parameter says which
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    final LocatedSnapshot wanted() throws MojoFailureException, MojoExecutionException {
        return located(this::ownVersion).orElseThrow(AbstractSourceMojo::nothingSaid);
    }

    /** For a goal that can do nothing without a snapshot. */
    static MojoFailureException nothingSaid() {
        return new MojoFailureException("Say which snapshot: -Daml.version=1.4.0 or previous,"
                + " -Daml.commit=…, or -Daml.file=….zip. `mvn aml:history` lists the versions.");
    }

    private String ownVersion(Coordinates coordinates) throws MojoFailureException {
        if (SnapshotSource.project(session).filter(coordinates::equals).isEmpty()) {
            throw new MojoFailureException(
                    "This is not the project " + coordinates + ", so there is nothing that a version"
                            + " could be previous to. Name a version; `mvn aml:history -Daml.artifact=" + coordinates
                            + "` lists them.");
        }
        return session.getCurrentProject().getVersion();
    }

    /** Nothing goes on in a working copy that is half of one version and half of another, but for the goal that mends it. */
    void refuseUnfinished() throws MojoFailureException, MojoExecutionException {
        try {
            Unfinished.refuse(folder(), BuildEnvironment.of(session));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + folder() + " failed: " + e.getMessage(), e);
        }
    }

    /** The folder that Maven was called in, or its project's. */
    final Path folder() {
        return Path.of(session.getExecutionRootDirectory());
    }
}
