package io.github.amlmaven.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigstore.KeylessVerifier;
import io.github.amlmaven.PythonOracle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes a bundle as Sigstore's own client does: one of the public instance, and those of the instance that the tests have. */
@Tag("oracle")
class SigstorePeerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORKFLOW = "https://example.org/release.yml@refs/tags/v1.0";
    private static final String ISSUER = "https://token.example.org";
    private static final Instant AT = Instant.parse("2024-07-01T12:00:00Z");

    private final Path folder;
    private final SigstoreInstance instance = new SigstoreInstance();

    SigstorePeerTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
    }

    private static ObjectNode question(Path root, Path bundle, Path file, String identity, String issuer) {
        return JSON.createObjectNode()
                .put("root", root.toString())
                .put("bundle", bundle.toString())
                .put("file", file.toString())
                .put("identity", identity)
                .put("issuer", issuer);
    }

    private static JsonNode ask(ObjectNode question) throws Exception {
        return PythonOracle.askSigstore("sigstore_oracle.py", List.of(question)).get(0);
    }

    private static Signer verify(Path root, Path bundle, Path file, String identity, String issuer) throws Exception {
        SigstoreIdentity trusted = new SigstoreIdentity(Pattern.compile(Pattern.quote(identity)), issuer);
        return Signed.verify(SigstoreVerifier.read(root, trusted), file, bundle);
    }

    @Test
    void aBundleOfThePublicInstanceSaysWhoSigned() throws Exception {
        Path root = Path.of(ask(JSON.createObjectNode()).get("root").textValue());
        Path jar = Path.of(KeylessVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path bundle = Path.of("target", "sigstore-oracle", "sigstore-java.jar.sigstore.json");
        String workflow = "https://github.com/sigstore/sigstore-java/.github/workflows/"
                + "release-sigstore-java-from-tag.yaml@refs/tags/v2.0.0";
        String issuer = "https://token.actions.githubusercontent.com";

        assertThat(ask(question(root, bundle, jar, workflow, issuer))
                        .get("verified")
                        .booleanValue())
                .isTrue();
        assertThat(verify(root, bundle, jar, workflow, issuer))
                .isEqualTo(new Signer(workflow, issuer, Instant.parse("2025-11-20T20:45:23Z")));

        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Path flipped = Files.write(folder.resolve("flipped.jar"), bytes);
        assertThat(ask(question(root, bundle, flipped, workflow, issuer))
                        .get("verified")
                        .booleanValue())
                .isFalse();
        assertThatThrownBy(() -> verify(root, bundle, flipped, workflow, issuer))
                .isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void theInstanceOfTheTestsIsOneToThemAsWell() throws Exception {
        Path root = instance.writeRoot(folder.resolve("root.json"));
        Path zip = Files.writeString(folder.resolve("a.zip"), "what was signed");
        Path other = Files.writeString(folder.resolve("b.zip"), "something else");
        Path bundle = write("bundle.json", instance.sign(zip, WORKFLOW, ISSUER, AT));
        Path late = write("late.json", instance.sign(zip, WORKFLOW, ISSUER, AT, AT.plusSeconds(601)));
        Path foreign = write("foreign.json", new SigstoreInstance().sign(zip, WORKFLOW, ISSUER, AT));

        agree(true, root, bundle, zip, WORKFLOW, ISSUER);
        agree(false, root, bundle, other, WORKFLOW, ISSUER);
        agree(false, root, bundle, zip, WORKFLOW + "x", ISSUER);
        agree(false, root, bundle, zip, WORKFLOW, ISSUER + "x");
        agree(false, root, late, zip, WORKFLOW, ISSUER);
        agree(false, root, foreign, zip, WORKFLOW, ISSUER);
    }

    private Path write(String name, JsonNode bundle) throws Exception {
        return Files.write(folder.resolve(name), JSON.writeValueAsBytes(bundle));
    }

    private static void agree(boolean verified, Path root, Path bundle, Path file, String identity, String issuer)
            throws Exception {
        JsonNode theirs = ask(question(root, bundle, file, identity, issuer));
        boolean ours;
        try {
            verify(root, bundle, file, identity, issuer);
            ours = true;
        } catch (SignatureRefusedException e) {
            ours = false;
        }

        assertThat(theirs.get("verified").booleanValue())
                .as(theirs.get("reason").textValue())
                .isEqualTo(verified);
        assertThat(ours).isEqualTo(verified);
    }
}
