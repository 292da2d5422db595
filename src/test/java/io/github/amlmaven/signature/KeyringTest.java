package io.github.amlmaven.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyringTest {
    private static final Instant LATER = Keys.MADE.plusSeconds(86_400);

    private final Path folder;
    private final Path zip;
    private final Keys team;

    KeyringTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        this.zip = Files.write(folder.resolve("taxi-aml.zip"), "what was signed".getBytes(UTF_8));
        this.team = Keys.of("Team <team@example.org>");
    }

    private Path write(String name, byte[] content) throws Exception {
        return Files.write(folder.resolve(name), content);
    }

    private Signer verify(byte[] keyring, byte[] signature) throws Exception {
        return Signed.verify(Keyring.read(write("keys.asc", keyring)), zip, write("taxi-aml.zip.asc", signature));
    }

    @Test
    void aTrustedKeySigned() throws Exception {
        Signer signer = verify(team.armored(), team.sign(zip, team.primary(), LATER));

        assertThat(signer).isEqualTo(new Signer(team.fingerprint(), "Team <team@example.org>", LATER));
    }

    @Test
    void aSubkeySignsForItsPrimaryKey() throws Exception {
        Signer signer = verify(team.binary(), team.sign(zip, team.subkey(), LATER));

        assertThat(signer.id()).isEqualTo(team.fingerprint());
    }

    @Test
    void oneOfSeveralKeysAndOneOfSeveralSignaturesIsEnough() throws Exception {
        Keys other = Keys.of("Other <other@example.org>");
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        keys.write("Keys of the team\n\n".getBytes(UTF_8));
        keys.write(other.armored());
        keys.write(team.armored());

        assertThat(verify(keys.toByteArray(), team.sign(zip, team.primary(), LATER))
                        .owner())
                .isEqualTo("Team <team@example.org>");
    }

    @Test
    void anotherKeyIsNotTrusted() throws Exception {
        Keys other = Keys.of("Other <other@example.org>");

        assertThatThrownBy(() -> verify(team.armored(), other.sign(zip, other.primary(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage(
                        "It is signed by %016X, which is no trusted key.",
                        other.primary().getKeyID());
    }

    @Test
    void aFileThatWasChangedIsNotWhatWasSigned() throws Exception {
        byte[] signature = team.sign(zip, team.primary(), LATER);
        write("taxi-aml.zip", "what was signed, and more".getBytes(UTF_8));

        assertThatThrownBy(() -> verify(team.armored(), signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("It is not what %016X signed.", team.primary().getKeyID());
    }

    @Test
    void aKeyThatHadExpiredSignsNothing() throws Exception {
        Keys short1 = Keys.of("Short <short@example.org>", KeyFlags.SIGN_DATA, KeyFlags.SIGN_DATA, 3_600);

        assertThat(verify(short1.armored(), short1.sign(zip, short1.primary(), Keys.MADE.plusSeconds(3_599))))
                .isNotNull();
        assertThatThrownBy(() ->
                        verify(short1.armored(), short1.sign(zip, short1.primary(), Keys.MADE.plusSeconds(3_600))))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("had expired at 2024-01-01T01:00:00Z");
        assertThatThrownBy(() -> verify(short1.armored(), short1.sign(zip, short1.subkey(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining(short1.fingerprint() + " had expired");
    }

    @Test
    void aKeyThatIsRevokedSignsNothing() throws Exception {
        Keys revoked = team.revoked();

        assertThatThrownBy(() -> verify(revoked.armored(), team.sign(zip, team.primary(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("The key " + team.fingerprint() + " is revoked.");
        assertThatThrownBy(() -> verify(revoked.armored(), team.sign(zip, team.subkey(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessage("The key " + team.fingerprint() + " is revoked.");
    }

    @Test
    void aKeyThatIsNotForSigningSignsNothing() throws Exception {
        Keys keys = Keys.of("Mail <mail@example.org>", KeyFlags.CERTIFY_OTHER, KeyFlags.ENCRYPT_COMMS, 0);

        assertThatThrownBy(() -> verify(keys.armored(), keys.sign(zip, keys.primary(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageEndingWith("is not for signing.");
        assertThatThrownBy(() -> verify(keys.armored(), keys.sign(zip, keys.subkey(), LATER)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageEndingWith("is no key for signing of " + keys.fingerprint() + ".");
    }

    @Test
    void aSignatureFromBeforeTheKeyIsMadeUp() throws Exception {
        assertThatThrownBy(() -> verify(team.armored(), team.sign(zip, team.primary(), Keys.MADE.minusSeconds(1))))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("was made only at 2024-01-01T00:00:00Z");
    }

    @Test
    void aSignatureThatIsOverCountsNoMore() throws Exception {
        byte[] over = team.sign(zip, team.primary(), LATER, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA256, 60);

        assertThatThrownBy(() -> verify(team.armored(), over))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("was for 60 seconds and is over");
    }

    @Test
    void aDigestThatCanBeForgedProvesNothing() throws Exception {
        byte[] weak = team.sign(zip, team.primary(), LATER, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA1, 0);

        assertThatThrownBy(() -> verify(team.armored(), weak))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("Sign with SHA-256 or better");
    }

    @Test
    void aSignatureOfAnotherKindIsNoneOfTheFile() throws Exception {
        byte[] text = team.sign(
                zip, team.primary(), LATER, PGPSignature.CANONICAL_TEXT_DOCUMENT, HashAlgorithmTags.SHA256, 0);

        assertThatThrownBy(() -> verify(team.armored(), text))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("is none of a file");
    }

    @Test
    void whatIsNoKeyringIsRefused() throws Exception {
        byte[] signature = team.sign(zip, team.primary(), LATER);

        assertThatThrownBy(() -> verify("no keys at all\n".getBytes(UTF_8), signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("keys.asc");
        assertThatThrownBy(() -> verify(new byte[0], signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("holds no public key");
        assertThatThrownBy(() -> verify(team.armoredSecret(), signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("is no public key");
        assertThatThrownBy(() -> verify(signature, signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("is no public key");
        assertThatThrownBy(() -> verify(new byte[(16 << 20) + 1], signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("larger than any such file");
    }

    @Test
    void whatIsNoSignatureIsRefused() throws Exception {
        assertThatThrownBy(() -> verify(team.armored(), new byte[0]))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("holds no signature");
        assertThatThrownBy(() -> verify(team.armored(), team.armored()))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("holds no signature");
        assertThatThrownBy(() -> verify(team.armored(), "<html>Not found</html>".getBytes(UTF_8)))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("taxi-aml.zip.asc");
    }

    @Test
    void everyDamagedSignatureIsRefusedAndNothingElseHappens() throws Exception {
        byte[] keyring = team.armored();
        byte[] signature = Files.readAllBytes(write("whole", team.sign(zip, team.primary(), LATER)));
        for (int i = 0; i < signature.length; i++) {
            byte[] damaged = signature.clone();
            damaged[i] ^= 1;
            try {
                // A bit of the armor's decoration says nothing.
                assertThat(verify(keyring, damaged).id()).isEqualTo(team.fingerprint());
            } catch (SignatureRefusedException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }
}
