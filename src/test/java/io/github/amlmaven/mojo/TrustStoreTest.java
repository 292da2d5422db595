package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.OwnJvm;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each in a process of its own: Java reads its trust store once. */
class TrustStoreTest {
    private static final String SOUND = "sound";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** Says what is said of a store by its path and its password, when it is the one of this process. */
    static final class Program {
        private Program() {}

        @SuppressWarnings("SystemOut")
        public static void main(String[] arguments) {
            System.setProperty("javax.net.ssl.trustStore", arguments[0]);
            System.setProperty("javax.net.ssl.trustStorePassword", arguments[1]);
            try {
                TrustStore.check(System.getProperties());
                System.out.println(SOUND);
            } catch (MojoFailureException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private String said(Path store, String password) throws Exception {
        return OwnJvm.run(folder, Program.class, Map.of(), store.toString(), password);
    }

    private Path store(String password) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setEntry(
                "one",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[16], "AES")),
                new KeyStore.PasswordProtection(password.toCharArray()));
        Path file = folder.resolve("company.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    @Test
    void oneThatJavaReadsIsGood() throws Exception {
        assertThat(said(store("right-one"), "right-one")).isEqualTo(SOUND);
    }

    /** Java reads its own then, which some have locked with the word that everybody knows, and some not at all. */
    @Test
    void oneThatIsNotThereIsTold() throws Exception {
        Path absent = folder.resolve("absent.p12");
        assertThat(said(absent, "changeit")).isEqualTo(SOUND);
        assertThat(said(absent, "planted-word"))
                .isIn(
                        SOUND,
                        "-Djavax.net.ssl.trustStore names " + absent
                                + ", and there is no such file. Correct the options in"
                                + " .mvn/jvm.config or MAVEN_OPTS; `keytool -list -keystore " + absent
                                + "` tries the file.");
    }

    @Test
    void garbageIsNamedWithTheFileAndTheCure() throws Exception {
        Path garbage = Files.writeString(folder.resolve("company.p12"), "no store at all");
        assertThat(said(garbage, "planted-word"))
                .isEqualTo("-Djavax.net.ssl.trustStore names " + garbage + ", which Java cannot read: it is damaged, or"
                        + " no store of certificates of the type that -Djavax.net.ssl.trustStoreType says. Correct"
                        + " the options in .mvn/jvm.config or MAVEN_OPTS; `keytool -list -keystore " + garbage
                        + "` tries the file.");
    }

    @Test
    void aWrongPasswordIsToldAndNeverShown() throws Exception {
        Path file = store("right-one");
        assertThat(said(file, "planted-word"))
                .isEqualTo("-Djavax.net.ssl.trustStore names " + file + ", and -Djavax.net.ssl.trustStorePassword is"
                        + " not its password. Correct the options in .mvn/jvm.config or MAVEN_OPTS; `keytool -list"
                        + " -keystore " + file + "` tries the file.");
    }
}
