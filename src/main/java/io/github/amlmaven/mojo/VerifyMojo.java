package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.report.Count;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SealedSnapshot;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a snapshot: whether it is whole, whether everything that it says of itself is so, and, when its commit is in the git repository that
 * Maven was called in, whether it is what git says. Nothing is written. Every entry that is wrong is named.
 *
 * <p>It needs no project: {@code mvn aml:verify -Daml.file=taxi-fare-1.4.0-aml.zip}.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresProject = false, threadSafe = true)
public final class VerifyMojo extends AbstractStoredMojo {

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
     * Made by Maven.
     *
     * @param source where snapshots are
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public VerifyMojo(SnapshotSource source) {
        super(source);
    }

    @Override
    void skipped() {
        getLog().info("aml.skip is set: nothing is verified.");
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        SignaturePolicy policy = SignaturePolicy.of(new SignatureParameters(
                signature,
                Optional.ofNullable(keyring).map(File::toPath),
                SignatureParameters.Sigstore.of(
                        trustedRoot, certificateIdentity, certificateIdentityRegexp, certificateOidcIssuer)));
        LocatedSnapshot located = source().locate(
                        SnapshotParameters.of(version, commit, file, artifact), session, this::ownVersion)
                .orElseThrow(AbstractStoredMojo::nothingSaid);
        try (SealedSnapshot snapshot = Soundness.open(located, policy, getLog())) {
            Soundness.verify(located, snapshot, new LoggedProgress(getLog(), "Verifying"));
            boolean compared = isCompared(located, snapshot);
            Manifest manifest = snapshot.manifest();
            getLog().info(located.name() + " is sound: "
                    + Count.of(manifest.assets().size(), "definition") + " and "
                    + Count.of(manifest.files().size(), "file") + " of "
                    + manifest.project().groupId() + ":"
                    + manifest.project().artifactId() + ":" + manifest.project().version() + ".");
            getLog().info("Snapshot " + manifest.id());
            getLog().info("Commit   " + manifest.git().commit()
                    + (compared ? ", and every file is as git has it" : ", which is not in this git repository"));
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + located.name() + " failed: " + DiskTrouble.words(e), e);
        }
    }

    private boolean isCompared(LocatedSnapshot located, SealedSnapshot snapshot)
            throws MojoFailureException, MojoExecutionException, IOException {
        try (GitRepository repository = GitRepository.open(folder(), environment())) {
            return Soundness.compare(located, snapshot, repository);
        } catch (UnusableRepositoryException e) {
            getLog().debug("It is not compared with git: " + e.getMessage());
            return false;
        }
    }
}
