package io.github.amlmaven.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What GnuPG signs, where the machine has it. */
class GpgPeerTest {
    private final Path home;
    private final Path zip;
    private final Path keys;

    GpgPeerTest(@TempDir Path folder) throws Exception {
        assumeTrue(isThere(), "Skipped: there is no gpg.");
        this.home = Files.createDirectory(folder.resolve("h"));
        this.zip = Files.write(folder.resolve("taxi-aml.zip"), new byte[100_000]);
        this.keys = folder.resolve("keys.asc");
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("gpg", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private void gpg(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("gpg", "--homedir", home.toString(), "--batch", "--yes", "--passphrase", "", "--quiet"));
        command.addAll(List.of("--pinentry-mode", "loopback"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }

    private Path sign(String... options) throws Exception {
        List<String> command = new ArrayList<>(List.of(options));
        command.addAll(List.of("--armor", "--detach-sign", zip.toString()));
        gpg(command.toArray(String[]::new));
        return zip.resolveSibling("taxi-aml.zip.asc");
    }

    private void export() throws Exception {
        gpg("--armor", "--output", keys.toString(), "--export");
    }

    @AfterEach
    void endTheAgent() throws Exception {
        new ProcessBuilder("gpgconf", "--homedir", home.toString(), "--kill", "all")
                .start()
                .waitFor();
    }

    @Test
    void keysOfEveryCommonKindSign() throws Exception {
        for (String algorithm : List.of("ed25519", "rsa3072", "nistp256")) {
            gpg("--quick-gen-key", algorithm + " <" + algorithm + "@example.org>", algorithm, "sign", "1d");
        }
        export();
        for (String algorithm : List.of("ed25519", "rsa3072", "nistp256")) {
            Signer signer = Signed.verify(Keyring.read(keys), zip, sign("--local-user", algorithm + "@example.org"));

            assertThat(signer.owner()).isEqualTo(algorithm + " <" + algorithm + "@example.org>");
        }
        Files.write(zip, new byte[100_001]);
        assertThatThrownBy(() -> Signed.verify(Keyring.read(keys), zip, zip.resolveSibling("taxi-aml.zip.asc")))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageContaining("It is not what");
    }

    @Test
    void aRevokedKeyDoesNot() throws Exception {
        gpg("--quick-gen-key", "Team <team@example.org>", "ed25519", "sign", "1d");
        Path signature = sign();
        try (var certificates = Files.list(home.resolve("openpgp-revocs.d"))) {
            Path certificate = certificates.findFirst().orElseThrow();
            // gpg puts a colon in front, so that nobody imports it by mistake.
            Path ready = Files.writeString(
                    home.resolve("revoke.asc"), Files.readString(certificate).replace(":-----BEGIN", "-----BEGIN"));
            gpg("--import", ready.toString());
        }
        export();

        assertThatThrownBy(() -> Signed.verify(Keyring.read(keys), zip, signature))
                .isInstanceOf(SignatureRefusedException.class)
                .hasMessageEndingWith("is revoked.");
    }
}
