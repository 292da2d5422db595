package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.mojo.SignatureParameters.Sigstore;
import io.github.amlmaven.repository.SnapshotRepository;
import io.github.amlmaven.repository.TeamRepository;
import io.github.amlmaven.signature.SigstoreInstance;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignaturePolicyTest {
    private static final String WORKFLOW = "https://example.org/release.yml@refs/tags/v1.0";
    private static final String ISSUER = "https://token.example.org";
    private static final Instant AT = Instant.parse("2024-07-01T12:00:00Z");

    private final Path folder;
    private final Path zip;
    private final Path root;
    private final SigstoreInstance instance = new SigstoreInstance();

    SignaturePolicyTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        zip = Files.writeString(folder.resolve("rides-aml.zip"), "what was signed");
        root = instance.writeRoot(folder.resolve("trusted-root.json"));
    }

    private static SignaturePolicy policy(
            String kind,
            @Nullable Path keyring,
            @Nullable Path root,
            @Nullable String identity,
            @Nullable String regexp)
            throws MojoFailureException {
        return SignaturePolicy.of(new SignatureParameters(
                kind,
                Optional.ofNullable(keyring),
                Sigstore.of(root == null ? null : root.toFile(), identity, regexp, root == null ? null : ISSUER)));
    }

    private SignaturePolicy sigstore(String identity) throws MojoFailureException {
        return policy("sigstore", null, root, identity, null);
    }

    private static Optional<String> check(SignaturePolicy policy, LocatedSnapshot located) throws Exception {
        try (FileChannel file = FileChannel.open(located.zip())) {
            return policy.check(located, file);
        }
    }

    /** What is open is what was signed, and stays so whatever takes its name. */
    @Test
    void whatIsVerifiedIsWhatIsOpen() throws Exception {
        LocatedSnapshot located = signed();
        try (FileChannel file = FileChannel.open(zip)) {
            Files.delete(zip);
            Files.writeString(zip, "what nobody signed");
            assertThat(sigstore(WORKFLOW).check(located, file)).isPresent();
        }
        assertThatThrownBy(() -> check(sigstore(WORKFLOW), located))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("is refused, and nothing of it was used.");
    }

    private LocatedSnapshot signed() throws Exception {
        Files.write(
                folder.resolve("rides-aml.zip.sigstore.json"),
                new ObjectMapper().writeValueAsBytes(instance.sign(zip, WORKFLOW, ISSUER, AT)));
        return new SnapshotInFile(zip, false);
    }

    @Test
    void whatIsNotAskedForIsNotLookedAt() throws Exception {
        assertThat(check(policy("none", null, null, null, null), new SnapshotInFile(zip, false)))
                .isEmpty();
    }

    @Test
    void aBundleBesideAFileSaysWhoSignedIt() throws Exception {
        assertThat(check(sigstore(WORKFLOW), signed()))
                .hasValue(zip + " was signed at 2024-07-01T12:00:00Z by " + WORKFLOW + " (" + ISSUER + ").");
    }

    @Test
    void aBundleInARepositoryDoesSo() throws Exception {
        SnapshotRepository repository = new TeamRepository(folder)
                .file("1.0", "zip", Files.readString(zip))
                .file(
                        "1.0",
                        "zip.sigstore.json",
                        instance.sign(zip, WORKFLOW, ISSUER, AT).toString())
                .open();
        SignaturePolicy policy = policy("sigstore", null, root, null, "https://example\\.org/.*");

        assertThat(check(policy, new SnapshotInRepository(repository, "1.0")))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("org.example:rides:1.0 was signed at ")
                        .contains(WORKFLOW));
    }

    @Test
    void whoeverElseSignedIsNamedWithWhoHasTo() throws Exception {
        LocatedSnapshot signed = signed();

        assertThatThrownBy(() -> check(sigstore("https://example.org/other.yml"), signed))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(zip + " is refused, and nothing of it was used. It is signed by " + WORKFLOW
                        + ", by the word of " + ISSUER
                        + ". Who may sign is https://example.org/other.yml by the word of "
                        + ISSUER + ", and what is trusted is " + root + ".");
    }

    @Test
    void withoutABundleItIsSaidWhatMakesOne() {
        assertThatThrownBy(() -> check(sigstore(WORKFLOW), new SnapshotInFile(zip, false)))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(zip
                        + " has no signature, and aml.signature=sigstore asks for one. Its file would be that of the"
                        + " zip with .sigstore.json at the end; sigstore-maven-plugin makes and deploys it.");
    }

    @Test
    void anIdentityIsNoExpression() throws Exception {
        LocatedSnapshot signed = signed();

        assertThatThrownBy(() -> check(sigstore("https://example.org/.*"), signed))
                .hasMessageContaining("is refused, and nothing of it was used.");
    }

    @Test
    void whatSigstoreNeedsIsSaid() {
        assertThatThrownBy(() -> policy("sigstore", null, null, WORKFLOW, null))
                .hasMessageContaining("needs aml.trustedRoot")
                .hasMessageContaining("`cosign trusted-root create");
        assertThatThrownBy(() -> policy("sigstore", null, folder.resolve("none.json"), WORKFLOW, null))
                .hasMessageContaining("aml.trustedRoot: there is no file " + folder.resolve("none.json") + ".");
        assertThatThrownBy(() -> policy("sigstore", null, root, null, null))
                .hasMessageContaining("needs one of aml.certificateIdentity,");
        assertThatThrownBy(() -> policy("sigstore", null, root, WORKFLOW, ".*"))
                .hasMessageContaining("needs one of aml.certificateIdentity,");
        assertThatThrownBy(() -> policy("sigstore", null, root, null, "("))
                .hasMessageStartingWith("aml.certificateIdentityRegexp is no regular expression: ");
        assertThatThrownBy(() -> SignaturePolicy.of(new SignatureParameters(
                        "sigstore", Optional.empty(), Sigstore.of(root.toFile(), WORKFLOW, null, null))))
                .hasMessageContaining("needs aml.certificateOidcIssuer");
    }

    @Test
    void whatWouldNotBeLookedAtIsRefused() {
        assertThatThrownBy(() -> policy("none", folder, null, null, null))
                .hasMessageStartingWith("aml.keyring is set and aml.signature is none,");
        assertThatThrownBy(() -> policy("sigstore", folder, root, WORKFLOW, null))
                .hasMessageStartingWith("aml.keyring is set and aml.signature is sigstore,");
        assertThatThrownBy(() -> policy("none", null, root, null, null))
                .hasMessageContaining("go with aml.signature=sigstore");
        assertThatThrownBy(() -> policy("pgp", folder, null, WORKFLOW, null))
                .hasMessageContaining("go with aml.signature=sigstore, and aml.signature is pgp.");
        assertThatThrownBy(() -> policy("pgp", null, null, null, null)).hasMessageContaining("needs aml.keyring");
        assertThatThrownBy(() -> policy("gpg", null, null, null, null))
                .hasMessage("aml.signature is 'gpg'; it takes none, pgp, sigstore.");
    }
}
