package io.github.amlmaven.signature;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;

/**
 * Whether a key could sign at the time of a signature. A key that is revoked never could: whoever revokes one does not want what it signed, and
 * the date of a signature is what its maker wrote.
 */
final class KeyValidity {
    private KeyValidity() {}

    /** The fingerprint of a key, in upper-case hex digits. */
    static String fingerprint(PGPPublicKey key) {
        return HexFormat.of().withUpperCase().formatHex(key.getFingerprint());
    }

    /**
     * Checks a key.
     *
     * @param ring the key with its primary key
     * @param key the key that signed, which may be the primary key
     * @param signature what it signed
     * @param verifiers verify what the primary key says of the other
     * @throws SignatureRefusedException when it could not sign that
     */
    static void check(
            PGPPublicKeyRing ring,
            PGPPublicKey key,
            PGPSignature signature,
            PGPContentVerifierBuilderProvider verifiers)
            throws SignatureRefusedException {
        PGPPublicKey primary = ring.getPublicKey();
        Instant signedAt = signature.getCreationTime().toInstant();
        checkOne(primary, signedAt);
        if (key.getKeyID() != primary.getKeyID()) {
            checkOne(key, signedAt);
            checkBinding(primary, key, verifiers);
        } else if (!maySign(primary)) {
            throw refused(primary, "is not for signing");
        }
        checkAge(signature, signedAt);
    }

    private static void checkOne(PGPPublicKey key, Instant signedAt) throws SignatureRefusedException {
        Instant created = key.getCreationTime().toInstant();
        if (key.hasRevocation()) {
            throw refused(key, "is revoked");
        } else if (signedAt.isBefore(created)) {
            throw refused(key, "was made only at " + created + ", after the signature of " + signedAt);
        } else if (key.getValidSeconds() > 0 && !signedAt.isBefore(created.plusSeconds(key.getValidSeconds()))) {
            throw refused(
                    key,
                    "had expired at " + created.plusSeconds(key.getValidSeconds()) + ", before the signature of "
                            + signedAt);
        }
    }

    /** Signatures may have an end of their own. */
    private static void checkAge(PGPSignature signature, Instant signedAt) throws SignatureRefusedException {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        long seconds = hashed == null ? 0 : hashed.getSignatureExpirationTime();
        if (seconds > 0 && Instant.now().isAfter(signedAt.plusSeconds(seconds))) {
            throw new SignatureRefusedException(
                    "The signature of " + signedAt + " was for " + seconds + " seconds and is over.");
        }
    }

    private static void checkBinding(
            PGPPublicKey primary, PGPPublicKey key, PGPContentVerifierBuilderProvider verifiers)
            throws SignatureRefusedException {
        try {
            Iterator<PGPSignature> bindings = key.getSignaturesOfType(PGPSignature.SUBKEY_BINDING);
            while (bindings.hasNext()) {
                PGPSignature binding = bindings.next();
                binding.init(verifiers, primary);
                if (binding.verifyCertification(primary, key) && isForSigning(binding)) {
                    return;
                }
            }
        } catch (PGPException e) {
            throw new SignatureRefusedException(
                    "What the primary key says of " + fingerprint(key) + " cannot be verified: " + e.getMessage(), e);
        }
        throw refused(key, "is no key for signing of " + fingerprint(primary));
    }

    private static boolean maySign(PGPPublicKey primary) {
        Iterator<PGPSignature> selves = primary.getSignaturesForKeyID(primary.getKeyID());
        boolean said = false;
        while (selves.hasNext()) {
            PGPSignature self = selves.next();
            if (flags(self) != 0) {
                said = true;
                if (isForSigning(self)) {
                    return true;
                }
            }
        }
        return !said;
    }

    private static boolean isForSigning(PGPSignature signature) {
        return (flags(signature) & KeyFlags.SIGN_DATA) != 0;
    }

    private static int flags(PGPSignature signature) {
        PGPSignatureSubpacketVector hashed = signature.getHashedSubPackets();
        return hashed == null ? 0 : hashed.getKeyFlags();
    }

    private static SignatureRefusedException refused(PGPPublicKey key, String why) {
        return new SignatureRefusedException("The key " + fingerprint(key) + " " + why + ".");
    }
}
