package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.workspace.azure.Azure;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that publish, or say what would be published: what must not be, and how to go on. */
abstract class AbstractPublishMojo extends AbstractChosenMojo {

    /**
     * What signature a snapshot has to have, before anything of it is used:
     *
     * <ul>
     *   <li>{@code none};
     *   <li>{@code pgp}: the OpenPGP signature that {@code maven-gpg-plugin} deploys beside it ({@code -aml.zip.asc}; of {@code aml.file} the file
     *       beside it), by one of the keys in {@code aml.keyring};
     *   <li>{@code sigstore}: the bundle that {@code sigstore-maven-plugin} deploys beside it ({@code -aml.zip.sigstore.json}), by the identity that
     *       the other parameters name. The plugin needs the dependency {@code dev.sigstore:sigstore-java} for that.
     * </ul>
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

    /**
     * Whose certificates, logs and timestamps count, with Sigstore: a trusted root in JSON, as {@code cosign trusted-root create} writes it. No
     * network is asked.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.trustedRoot")
    @Nullable
    File trustedRoot;

    /**
     * Who has to have signed, with Sigstore: the identity that the certificate names, such as an address of mail or the URI of a workflow.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.certificateIdentity")
    @Nullable
    String certificateIdentity;

    /**
     * Who has to have signed, with Sigstore: a regular expression of Java that all of the identity has to match, for workflows whose URI ends with
     * the tag of a version.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.certificateIdentityRegexp")
    @Nullable
    String certificateIdentityRegexp;

    /**
     * Who has to vouch for the identity, with Sigstore: an issuer of OpenID Connect, such as {@code https://token.actions.githubusercontent.com}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.certificateOidcIssuer")
    @Nullable
    String certificateOidcIssuer;

    /**
     * What is different in a target that is told on the command line: a file, by its path from the top of the repository.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.overlay")
    @Nullable
    String overlay;

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

    @Override
    final Optional<String> overlay() {
        return Optional.ofNullable(overlay);
    }

    /** What the user asks of signatures. */
    final SignaturePolicy policy() throws MojoFailureException {
        return SignaturePolicy.of(new SignatureParameters(
                signature,
                Optional.ofNullable(keyring).map(File::toPath),
                SignatureParameters.Sigstore.of(
                        trustedRoot, certificateIdentity, certificateIdentityRegexp, certificateOidcIssuer)));
    }

    /**
     * The snapshot that the user means. Nothing of it is read or verified.
     *
     * @param reference which version {@code previous} is older than
     * @return the snapshot, or nothing when no parameter says which
     * @throws MojoFailureException when there is none, or the parameters make no sense, those of its signature among them
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    final Optional<LocatedSnapshot> located(SnapshotSource.Reference reference)
            throws MojoFailureException, MojoExecutionException {
        policy();
        return named(reference);
    }

    /**
     * A snapshot that was not made by this build, on its way.
     *
     * @param located which
     * @param goal the goal that goes on with it when it is stopped
     * @param held whether what it leaves is held
     * @return the snapshot, signed and verified, on its way; to be closed
     * @throws MojoFailureException when it is not signed as the user asks, not sound, or must not be published
     * @throws MojoExecutionException when it cannot be read
     */
    final Departure released(LocatedSnapshot located, String goal, boolean held)
            throws MojoExecutionException, MojoFailureException {
        SnapshotReader snapshot = verified(located);
        try {
            return new Departure(
                    located.name(),
                    new Opening.Verified(snapshot),
                    destination(),
                    again(snapshot.manifest(), goal),
                    new WayBack(where(), held));
        } catch (MojoFailureException | MojoExecutionException | RuntimeException e) {
            close(List.of(snapshot));
            throw e;
        }
    }

    /** Closes snapshots that are on their way, and may be closed already. */
    static void close(List<? extends Closeable> snapshots) throws MojoExecutionException {
        for (Closeable snapshot : snapshots) {
            try {
                snapshot.close();
            } catch (IOException e) {
                throw new MojoExecutionException("Closing a snapshot failed: " + DiskTrouble.words(e), e);
            }
        }
    }

    /**
     * A snapshot of this build, on its way.
     *
     * @param built which
     * @param submit whether its pipelines run once, besides being published
     * @return the snapshot, on its way
     * @throws MojoFailureException when nothing says where to
     * @throws MojoExecutionException when the file that says where to cannot be read
     */
    final Departure departure(Builds.Built built, boolean submit) throws MojoExecutionException, MojoFailureException {
        // The snapshots are in the build directories, and need not be in a Maven repository.
        String again = "mvn aml:deploy" + where() + (submit ? " -Daml.submit" : "");
        return new Departure(
                built.project().getArtifactId(),
                new Opening.OfBuild(built.zip()),
                destination(),
                again,
                new WayBack(where(), false));
    }

    /** Verifies all of a snapshot that was not made by this build, before anything is asked of the destination. */
    private SnapshotReader verified(LocatedSnapshot located) throws MojoExecutionException, MojoFailureException {
        try {
            SealedSnapshot snapshot = Soundness.open(located, policy(), getLog());
            try {
                refuse(located.name(), snapshot.manifest());
                Soundness.verify(located, snapshot, new LoggedProgress(getLog(), "Verifying"));
                return SnapshotReader.of(snapshot);
            } catch (MojoFailureException | MojoExecutionException | IOException | RuntimeException e) {
                snapshot.close();
                throw e;
            }
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + located.name() + " failed: " + DiskTrouble.words(e), e);
        }
    }

    /** The command that publishes a released snapshot by itself. */
    private String again(Manifest manifest, String goal) {
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
    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * Gets ready to publish: Azure is reached from now on, while the snapshots are looked at.
     *
     * @param beforeFolder where what is live before is written down, if the user says so
     */
    final Publishing publishing(@Nullable File beforeFolder) throws MojoExecutionException, MojoFailureException {
        Optional<Path> before = beforeFolder == null ? inBuild("before") : Optional.of(beforeFolder.toPath());
        return new Publishing(Azure.reach(connection()), top(), inBuild("plan.json"), before, getLog());
    }

    /** From where the path of an overlay counts: from the top of the repository, wherever in it Maven was called. */
    private Path top() throws MojoExecutionException {
        try {
            return GitRepository.top(folder(), environment()).orElse(folder());
        } catch (IOException e) {
            throw new MojoExecutionException("Looking for the repository failed: " + DiskTrouble.words(e), e);
        }
    }

    private Optional<Path> inBuild(String name) {
        return SnapshotSource.isProject(session)
                ? Optional.of(Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", name))
                : Optional.empty();
    }
}
