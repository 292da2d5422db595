package io.github.amlmaven.mojo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Properties;
import java.util.stream.Stream;
import javax.net.ssl.TrustManagerFactory;
import org.apache.maven.plugin.MojoFailureException;

/** The file with the certificates that Java is told to trust. When Java cannot read it, nobody can be asked, and a library says so without a name. */
final class TrustStore {
    private static final String FILE = "javax.net.ssl.trustStore";
    private static final String CURE =
            " Correct the options in .mvn/jvm.config or MAVEN_OPTS; `keytool -list -keystore ";

    private TrustStore() {}

    /**
     * Refuses one that cannot be read. In the place of one that is not there Java reads its own, with the same password.
     *
     * @param system the properties of the process
     * @throws MojoFailureException when Java cannot read it; the message has the file and never the password
     */
    static void check(Properties system) throws MojoFailureException {
        String file = system.getProperty(FILE, "");
        if (file.isEmpty()) {
            return;
        }
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                    .init((KeyStore) null);
        } catch (GeneralSecurityException e) {
            MojoFailureException refusal = new MojoFailureException(
                    "-D" + FILE + " names " + file + ", " + what(file, e) + CURE + file + "` tries the file.");
            // Maven prints the words of a cause behind these, and not those of one that is suppressed.
            refusal.addSuppressed(e);
            throw refusal;
        }
    }

    private static String what(String file, GeneralSecurityException failure) {
        if (!Files.exists(Path.of(file))) {
            return "and there is no such file.";
        }
        boolean password = Stream.iterate((Throwable) failure, one -> one != null, Throwable::getCause)
                .anyMatch(UnrecoverableKeyException.class::isInstance);
        return password
                ? "and -D" + FILE + "Password is not its password."
                : "which Java cannot read: it is damaged, or no store of certificates of the type that -D" + FILE
                        + "Type says.";
    }
}
