package io.github.amlmaven.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigstoreVerifierTest {
    private static final String WORKFLOW = "https://example.org/taxi/release.yml@refs/tags/v1.0";
    private static final String ISSUER = "https://token.example.org";
    private static final Instant AT = Instant.parse("2024-07-01T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final SigstoreInstance instance = new SigstoreInstance();
    private final Path folder;
    private final Path zip;

    SigstoreVerifierTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.zip = Files.writeString(folder.resolve("taxi-aml.zip"), "what was signed");
    }

    private Path root(SigstoreInstance of) throws Exception {
        return of.writeRoot(folder.resolve("trusted-root.json"));
    }

    private Signer verify(byte[] bundle) throws Exception {
        return verify(bundle, Pattern.quote(WORKFLOW), ISSUER);
    }

    private Signer verify(byte[] bundle, String identity, String issuer) throws Exception {
        SigstoreIdentity trusted = new SigstoreIdentity(Pattern.compile(identity), issuer);
        return Signed.verify(
                SigstoreVerifier.read(root(instance), trusted),
                zip,
                Files.write(folder.resolve("taxi-aml.zip.sigstore.json"), bundle));
    }

    private ObjectNode bundle() throws Exception {
        return instance.sign(zip, WORKFLOW, ISSUER, AT);
    }

    private static byte[] bytes(JsonNode bundle) throws Exception {
        return JSON.writeValueAsBytes(bundle);
    }

    @Test
    void whoeverHasToSignHasSigned() throws Exception {
        assertThat(verify(bytes(bundle()))).isEqualTo(new Signer(WORKFLOW, ISSUER, AT));
    }

    @Test
    void anExpressionHasToMatchAllOfTheIdentity() throws Exception {
        byte[] bundle = bytes(bundle());

        assertThat(verify(bundle, "https://example\\.org/taxi/.*@refs/tags/v.*", ISSUER)
                        .id())
                .isEqualTo(WORKFLOW);
        assertThatThrownBy(() -> verify(bundle, "https://example\\.org/taxi/", ISSUER))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("It is signed by " + WORKFLOW + ", by the word of " + ISSUER + ".");
    }

    @Test
    void anotherIdentityIsNotTrusted() throws Exception {
        byte[] bundle = bytes(instance.sign(zip, WORKFLOW + ".evil", ISSUER, AT));

        assertThatThrownBy(() -> verify(bundle))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("It is signed by " + WORKFLOW + ".evil, by the word of " + ISSUER + ".");
    }

    @Test
    void theSameIdentityByTheWordOfAnotherIssuerIsNotTrusted() throws Exception {
        byte[] bundle = bytes(instance.sign(zip, WORKFLOW, "https://evil.example.org", AT));

        assertThatThrownBy(() -> verify(bundle))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("It is signed by " + WORKFLOW + ", by the word of https://evil.example.org.");
    }

    @Test
    void oneFlippedBitIsNotWhatWasSigned() throws Exception {
        byte[] bundle = bytes(bundle());
        byte[] content = Files.readAllBytes(zip);
        content[3] ^= 1;
        Files.write(zip, content);

        assertThatThrownBy(() -> verify(bundle))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageStartingWith(
                        "Its bundle does not prove who signed it: Provided artifact digest does not match");
    }

    @Test
    void nothingInABundleCanBeOtherwise() throws Exception {
        List<String> unnoticed = new ArrayList<>();
        int count = texts(bundle(), "").size();
        for (int i = 0; i < count; i++) {
            ObjectNode bundle = bundle();
            Text text = texts(bundle, "").get(i);
            text.change();
            try {
                verify(bytes(bundle));
                unnoticed.add(text.pointer());
            } catch (SignatureRefusedException e) {
                assertThat(e.getMessage()).doesNotContain("\n").endsWith(".");
            }
        }

        // The entry itself says of what kind and version it is; and at which place of a log it is, what the log has
        // signed does not depend on.
        assertThat(unnoticed)
                .containsExactlyInAnyOrder(
                        "/verificationMaterial/tlogEntries/0/kindVersion/kind",
                        "/verificationMaterial/tlogEntries/0/kindVersion/version",
                        "/verificationMaterial/tlogEntries/0/inclusionProof/logIndex",
                        "/verificationMaterial/tlogEntries/0/inclusionProof/treeSize");
        assertThat(count).isGreaterThan(12);
    }

    private record Text(ObjectNode parent, String name, String pointer) {
        /** A digit or a letter in its middle becomes another one. */
        void change() {
            StringBuilder value = new StringBuilder(parent.get(name).textValue());
            int middle = value.length() / 2;
            char c = value.charAt(middle);
            value.setCharAt(middle, Character.isDigit(c) ? (char) (c == '9' ? '8' : c + 1) : c == 'A' ? 'B' : 'A');
            parent.put(name, value.toString());
        }
    }

    private static List<Text> texts(JsonNode node, String pointer) {
        List<Text> texts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String at = pointer + "/" + member.getKey();
            if (member.getValue().isTextual()) {
                texts.add(new Text((ObjectNode) node, member.getKey(), at));
            } else if (member.getValue() instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    texts.addAll(texts(array.get(i), at + "/" + i));
                }
            } else {
                texts.addAll(texts(member.getValue(), at));
            }
        }
        return texts;
    }

    @Test
    void aKeyThatSignsWhenItsCertificateIsOverProvesNothing() throws Exception {
        assertThat(verify(bytes(instance.sign(zip, WORKFLOW, ISSUER, AT, AT.plusSeconds(599))))
                        .signedAt())
                .isEqualTo(AT.plusSeconds(599));
        byte[] late = bytes(instance.sign(zip, WORKFLOW, ISSUER, AT, AT.plusSeconds(601)));
        byte[] early = bytes(instance.sign(zip, WORKFLOW, ISSUER, AT, AT.minusSeconds(1)));

        assertThatThrownBy(() -> verify(late))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("NotAfter");
        assertThatThrownBy(() -> verify(early))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("NotBefore");
    }

    @Test
    void aBundleOfAnotherInstanceIsNotTrusted() throws Exception {
        byte[] bundle = bytes(new SigstoreInstance().sign(zip, WORKFLOW, ISSUER, AT));

        assertThatThrownBy(() -> verify(bundle))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("Fulcio certificate was not valid");
    }

    @Test
    void aTimeThatNobodySignedIsNone() throws Exception {
        ObjectNode bundle = bundle();
        ((ObjectNode) bundle.at("/verificationMaterial/tlogEntries/0")).remove("inclusionPromise");

        assertThatThrownBy(() -> verify(bytes(bundle))).isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void aBundleWithoutTheLogIsRefused() throws Exception {
        ObjectNode bundle = bundle();
        ((ObjectNode) bundle.get("verificationMaterial")).remove("tlogEntries");

        assertThatThrownBy(() -> verify(bytes(bundle))).isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void anAttestationIsNoSignature() throws Exception {
        ObjectNode bundle = bundle();
        bundle.remove("messageSignature");
        ObjectNode envelope = bundle.putObject("dsseEnvelope");
        envelope.put("payload", "e30=").put("payloadType", "application/vnd.in-toto+json");
        envelope.putArray("signatures").addObject().put("sig", "AAAA");

        assertThatThrownBy(() -> verify(bytes(bundle)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("an attestation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{", "[]", "null", "{}", "\u0000", "{\"mediaType\": 1}"})
    void whatIsNoBundleIsRefused(String text) {
        assertThatThrownBy(() -> verify(text.getBytes(UTF_8)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageEndingWith(".");
    }

    @Test
    void whatWouldTakeAllMemoryOrTheStackIsRefused() {
        assertThatThrownBy(() -> verify(new byte[(1 << 20) + 1]))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("larger than any such file is");
        assertThatThrownBy(() -> verify("[".repeat(1 << 20).getBytes(UTF_8)))
                .isInstanceOf(SignatureRefusedException.class);
        assertThatThrownBy(() -> verify("{\"a\":".repeat(200_000).getBytes(UTF_8)))
                .isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void aFileThatIsNoTrustedRootTrustsNobody() throws Exception {
        SigstoreIdentity anybody = new SigstoreIdentity(Pattern.compile(".*"), ISSUER);
        for (String text : List.of("no JSON", "[]", "{\"mediaType\": \"text/plain\"}")) {
            Path file = Files.writeString(folder.resolve("other.json"), text);
            assertThatThrownBy(() -> SigstoreVerifier.read(file, anybody))
                    .isInstanceOf(SignatureRefusedException.class)
                    .hasMessageStartingWith(file + " is no trusted root of Sigstore: ");
        }
        Path empty = Files.writeString(folder.resolve("empty.json"), "{}");
        Path bundle = Files.write(folder.resolve("bundle.json"), bytes(bundle()));

        assertThatThrownBy(() -> Signed.verify(SigstoreVerifier.read(empty, anybody), zip, bundle))
                .isInstanceOf(SignatureRefusedException.class);
    }

    @Test
    void whereTheLibraryIsNotItIsNotNeededToSaySo() throws Exception {
        URL own = SigstoreLibrary.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {own}, ClassLoader.getPlatformClassLoader())) {
            assertThat(alone.loadClass(SigstoreLibrary.class.getName())
                            .getMethod("isThere")
                            .invoke(null))
                    .isEqualTo(false);
        }
    }

    @Test
    void theVersionsThatAUserIsToldAreThoseOfTheBuild() throws Exception {
        String pom = Files.readString(Path.of("pom.xml"));

        assertThat(SigstoreLibrary.isThere()).isTrue();
        assertThat(SigstoreLibrary.DEPENDENCIES).allSatisfy(coordinates -> {
            String[] parts = coordinates.split(":", -1);
            String property = parts[0].equals("dev.sigstore") ? "sigstore-java.version" : "bouncycastle.version";
            assertThat(pom).contains("<artifactId>" + parts[1] + "</artifactId>\n      <version>${" + property);
            assertThat(pom).contains("<" + property + ">" + parts[2] + "</");
        });
    }
}
