package io.github.amlmaven.mojo;

import io.github.amlmaven.signature.Keyring;
import io.github.amlmaven.signature.SignatureRefusedException;
import io.github.amlmaven.signature.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** What the user asks of the signatures of snapshots. */
final class SignaturePolicy {
    private static final String WRITE_ONE = " `gpg --armor --export KEY… > keys.asc` writes one.";

    private final Optional<Path> keyring;

    /** What can be asked for. */
    private enum Kind {
        NONE,
        PGP
    }

    private SignaturePolicy(Optional<Path> keyring) {
        this.keyring = keyring;
    }

    /**
     * Understands the parameters.
     *
     * @param kind {@code aml.signature}
     * @param keyring {@code aml.keyring}
     * @return the policy
     * @throws MojoFailureException when they make no sense
     */
    static SignaturePolicy of(String kind, Optional<Path> keyring) throws MojoFailureException {
        if (Choice.of("aml.signature", Kind.class, kind) == Kind.NONE) {
            if (keyring.isPresent()) {
                throw new MojoFailureException(
                        "aml.keyring is set and aml.signature is none, so that no signature would be"
                                + " looked at. Set aml.signature to pgp as well, or leave out the keyring.");
            }
            return new SignaturePolicy(Optional.empty());
        } else if (keyring.isEmpty()) {
            throw new MojoFailureException(
                    "aml.signature=pgp needs aml.keyring, the file with the keys that may sign." + WRITE_ONE);
        } else if (!Files.isRegularFile(keyring.get())) {
            throw new MojoFailureException("aml.keyring: there is no file " + keyring.get() + "." + WRITE_ONE);
        }
        return new SignaturePolicy(keyring);
    }

    /**
     * Refuses a snapshot that is not signed as it should be. Nothing of it is read but its bytes.
     *
     * @param located the snapshot
     * @return who signed it, as a line for people; nothing when no signature is asked for
     * @throws MojoFailureException when it has no signature that counts
     * @throws MojoExecutionException when it cannot be downloaded or read
     */
    Optional<String> check(LocatedSnapshot located) throws MojoFailureException, MojoExecutionException {
        if (keyring.isEmpty()) {
            return Optional.empty();
        }
        Path signature = located.signature()
                .orElseThrow(() -> new MojoFailureException(located.name()
                        + " has no signature, and aml.signature=pgp asks for one. Its file would be that of the zip with .asc"
                        + " at the end; maven-gpg-plugin makes and deploys it."));
        try {
            Signer signer = Keyring.read(keyring.get()).verify(located.zip(), signature);
            return Optional.of(located.name() + " was signed at " + signer.signedAt() + " by " + signer.fingerprint()
                    + (signer.owner().isEmpty() ? "" : " (" + signer.owner() + ")") + ".");
        } catch (SignatureRefusedException e) {
            throw new MojoFailureException(
                    located.name() + " is refused, and nothing of it was used. " + e.getMessage()
                            + " The keys that may sign are those in " + keyring.get() + ".",
                    e);
        } catch (IOException e) {
            throw new MojoExecutionException(
                    "Reading the signature of " + located.name() + " failed: " + DiskTrouble.words(e), e);
        }
    }
}
