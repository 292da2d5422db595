package io.github.amlmaven.mojo;

import io.github.amlmaven.signature.Keyring;
import io.github.amlmaven.signature.SignatureRefusedException;
import io.github.amlmaven.signature.SignatureVerifier;
import io.github.amlmaven.signature.Signer;
import io.github.amlmaven.signature.SigstoreIdentity;
import io.github.amlmaven.signature.SigstoreLibrary;
import io.github.amlmaven.signature.SigstoreVerifier;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What the user asks of the signatures of snapshots. */
final class SignaturePolicy {
    private static final String WRITE_KEYRING = " `gpg --armor --export KEY... > keys.asc` writes one.";
    private static final String WRITE_ROOT = " `cosign trusted-root create --with-default-services --out"
            + " trusted-root.json` writes that of the public instance.";

    private final Optional<Asked> asked;

    /** What can be asked for. */
    private enum Kind {
        NONE,
        PGP,
        SIGSTORE
    }

    /** Reads what is trusted, no sooner than there is something to verify. */
    @FunctionalInterface
    private interface Trust {
        SignatureVerifier read() throws SignatureRefusedException, IOException;
    }

    /**
     * A signature that is asked for.
     *
     * @param kind its kind, as {@code aml.signature} has it
     * @param extension how the name of its file goes on behind that of the zip
     * @param maker what makes and deploys it
     * @param trust what is trusted
     * @param trusted the same in a sentence
     */
    private record Asked(String kind, String extension, String maker, Trust trust, String trusted) {}

    private SignaturePolicy(Optional<Asked> asked) {
        this.asked = asked;
    }

    /**
     * Understands the parameters.
     *
     * @param parameters as the user gave them
     * @return the policy
     * @throws MojoFailureException when they make no sense, or what they need is not there
     */
    static SignaturePolicy of(SignatureParameters parameters) throws MojoFailureException {
        Kind kind = Choice.of("aml.signature", Kind.class, parameters.kind());
        if (kind != Kind.PGP && parameters.keyring().isPresent()) {
            throw new MojoFailureException(
                    "aml.keyring is set and aml.signature is " + parameters.kind()
                            + ", so that nobody would look at the keyring. Set aml.signature to pgp, or leave out the keyring.");
        } else if (kind != Kind.SIGSTORE && !parameters.sigstore().isEmpty()) {
            throw new MojoFailureException(
                    "aml.trustedRoot, aml.certificateIdentity, aml.certificateIdentityRegexp and aml.certificateOidcIssuer go"
                            + " with aml.signature=sigstore, and aml.signature is " + parameters.kind()
                            + ". Set it to sigstore, or leave them out.");
        }
        return new SignaturePolicy(
                switch (kind) {
                    case NONE -> Optional.empty();
                    case PGP -> Optional.of(pgp(parameters.keyring()));
                    case SIGSTORE -> Optional.of(sigstore(parameters.sigstore()));
                });
    }

    private static Asked pgp(Optional<Path> keyring) throws MojoFailureException {
        Path file = file(
                keyring,
                "aml.signature=pgp needs aml.keyring, the file with the keys that may sign.",
                "aml.keyring",
                WRITE_KEYRING);
        return new Asked(
                "pgp",
                "asc",
                "maven-gpg-plugin",
                () -> Keyring.read(file),
                "The keys that may sign are those in " + file + ".");
    }

    private static Asked sigstore(SignatureParameters.Sigstore parameters) throws MojoFailureException {
        if (!SigstoreLibrary.isThere()) {
            throw new MojoFailureException("aml.signature=sigstore needs a library that the plugin does not bring. Add"
                    + " to the plugin, in the pom:\n\n" + dependencies()
                    + "\nOutside a project there is no pom; verify the bundle there with `cosign verify-blob`.");
        }
        Path root = file(
                parameters.trustedRoot(),
                "aml.signature=sigstore needs aml.trustedRoot, the file that says whose certificates and logs count.",
                "aml.trustedRoot",
                WRITE_ROOT);
        SigstoreIdentity identity = new SigstoreIdentity(
                identity(parameters),
                parameters
                        .issuer()
                        .orElseThrow(() -> new MojoFailureException("aml.signature=sigstore needs"
                                + " aml.certificateOidcIssuer, who has to vouch for the identity, such as"
                                + " https://token.actions.githubusercontent.com.")));
        return new Asked(
                "sigstore",
                "sigstore.json",
                "sigstore-maven-plugin",
                () -> SigstoreVerifier.read(root, identity),
                "Who may sign is "
                        + parameters
                                .identity()
                                .orElseGet(() ->
                                        "whoever matches " + identity.identity().pattern())
                        + " by the word of " + identity.issuer() + ", and what is trusted is " + root + ".");
    }

    private static Pattern identity(SignatureParameters.Sigstore parameters) throws MojoFailureException {
        if (parameters.identity().isPresent() == parameters.identityRegexp().isPresent()) {
            throw new MojoFailureException(
                    "aml.signature=sigstore needs one of aml.certificateIdentity, who has to have"
                            + " signed, and aml.certificateIdentityRegexp, an expression that all of the identity has to match.");
        }
        try {
            return Pattern.compile(
                    parameters.identity().map(Pattern::quote).orElseGet(parameters.identityRegexp()::get));
        } catch (PatternSyntaxException e) {
            throw new MojoFailureException(
                    "aml.certificateIdentityRegexp is no regular expression: " + e.getMessage(), e);
        }
    }

    private static Path file(Optional<Path> file, String needed, String property, String cure)
            throws MojoFailureException {
        if (file.isEmpty()) {
            throw new MojoFailureException(needed + cure);
        } else if (!Files.isRegularFile(file.get())) {
            throw new MojoFailureException(property + ": there is no file " + file.get() + "." + cure);
        }
        return file.get();
    }

    /** The edit of the pom that gives the plugin what knows Sigstore. */
    private static String dependencies() {
        StringBuilder xml = new StringBuilder("  <dependencies>\n");
        for (String coordinates : SigstoreLibrary.DEPENDENCIES) {
            String[] parts = coordinates.split(":", -1);
            xml.append("    <dependency>\n      <groupId>")
                    .append(parts[0])
                    .append("</groupId>\n      <artifactId>")
                    .append(parts[1])
                    .append("</artifactId>\n      <version>")
                    .append(parts[2])
                    .append("</version>\n    </dependency>\n");
        }
        return xml.append("  </dependencies>\n").toString();
    }

    /**
     * Refuses a snapshot that is not signed as it should be. Nothing of it is read but its bytes.
     *
     * @param located the snapshot
     * @param zip the same, open
     * @return who signed it, as a line for people; nothing when no signature is asked for
     * @throws MojoFailureException when it has no signature that counts
     * @throws MojoExecutionException when it cannot be downloaded or read
     */
    Optional<String> check(LocatedSnapshot located, FileChannel zip)
            throws MojoFailureException, MojoExecutionException {
        return asked.isPresent() ? Optional.of(check(located, zip, asked.get())) : Optional.empty();
    }

    private static String check(LocatedSnapshot located, FileChannel zip, Asked asked)
            throws MojoFailureException, MojoExecutionException {
        Path signature = located.signature(asked.extension())
                .orElseThrow(() -> new MojoFailureException(located.name() + " has no signature, and aml.signature="
                        + asked.kind() + " asks for one. Its file would be that of the zip with ." + asked.extension()
                        + " at the end; " + asked.maker() + " makes and deploys it."));
        try {
            Signer signer = asked.trust().read().verify(zip, signature);
            return located.name() + " was signed at " + signer.signedAt() + " by " + signer.id()
                    + (signer.owner().isEmpty() ? "" : " (" + signer.owner() + ")") + ".";
        } catch (SignatureRefusedException e) {
            throw new MojoFailureException(
                    located.name() + " is refused, and nothing of it was used. " + e.getMessage() + " "
                            + asked.trusted(),
                    e);
        } catch (LinkageError e) {
            throw new MojoFailureException(
                    "The dependencies of the plugin do not fit one another, so that no signature can be verified (" + e
                            + "). For Sigstore they have to be:\n\n" + dependencies(),
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Reading the signature of " + located.name() + " failed: " + DiskTrouble.words(e), e);
        }
    }
}
