package io.github.amlmaven.mojo;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say what signature a snapshot has to have, as a user gave them.
 *
 * @param kind {@code aml.signature}
 * @param keyring {@code aml.keyring}
 * @param sigstore those that go with Sigstore
 */
record SignatureParameters(String kind, Optional<Path> keyring, Sigstore sigstore) {

    /**
     * Those of Sigstore.
     *
     * @param trustedRoot {@code aml.trustedRoot}
     * @param identity {@code aml.certificateIdentity}
     * @param identityRegexp {@code aml.certificateIdentityRegexp}
     * @param issuer {@code aml.certificateOidcIssuer}
     */
    record Sigstore(
            Optional<Path> trustedRoot,
            Optional<String> identity,
            Optional<String> identityRegexp,
            Optional<String> issuer) {

        /** Takes them as Maven sets them. */
        static Sigstore of(
                @Nullable File trustedRoot,
                @Nullable String identity,
                @Nullable String identityRegexp,
                @Nullable String issuer) {
            return new Sigstore(
                    Optional.ofNullable(trustedRoot).map(File::toPath),
                    Optional.ofNullable(identity),
                    Optional.ofNullable(identityRegexp),
                    Optional.ofNullable(issuer));
        }

        /** Whether none is given. */
        boolean isEmpty() {
            return trustedRoot.isEmpty() && identity.isEmpty() && identityRegexp.isEmpty() && issuer.isEmpty();
        }
    }
}
