package io.github.amlmaven.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.Iterator;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketVector;
import org.bouncycastle.openpgp.operator.PGPDigestCalculator;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** A key of the tests with a subkey, both made on one day, and what it signs. */
public final class Keys {
    static final Instant MADE = Instant.parse("2024-01-01T00:00:00Z");

    private final PGPSecretKeyRing secret;
    private final PGPPublicKeyRing shown;

    private Keys(PGPSecretKeyRing secret, PGPPublicKeyRing shown) {
        this.secret = secret;
        this.shown = shown;
    }

    /** A key that signs and has a subkey that signs as well. */
    public static Keys of(String owner) throws PGPException {
        return of(owner, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA, KeyFlags.SIGN_DATA, 0);
    }

    static Keys of(String owner, int flags, int subkeyFlags, long validSeconds) throws PGPException {
        PGPDigestCalculator sha1 = new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1);
        PGPKeyPair primary = pair();
        PGPKeyRingGenerator generator = new PGPKeyRingGenerator(
                PGPSignature.POSITIVE_CERTIFICATION,
                primary,
                owner,
                sha1,
                hashed(flags, validSeconds),
                null,
                new BcPGPContentSignerBuilder(primary.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256),
                null);
        generator.addSubKey(pair(), hashed(subkeyFlags, 0), null);
        return new Keys(generator.generateSecretKeyRing(), generator.generatePublicKeyRing());
    }

    private static PGPSignatureSubpacketVector hashed(int flags, long validSeconds) {
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setKeyFlags(true, flags);
        if (validSeconds > 0) {
            subpackets.setKeyExpirationTime(true, validSeconds);
        }
        return subpackets.generate();
    }

    private static PGPKeyPair pair() throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.EDDSA_LEGACY, pair, Date.from(MADE));
    }

    String fingerprint() {
        return KeyValidity.fingerprint(shown.getPublicKey());
    }

    PGPPublicKey primary() {
        return secret.getPublicKey();
    }

    PGPPublicKey subkey() {
        Iterator<PGPPublicKey> keys = secret.getPublicKeys();
        keys.next();
        return keys.next();
    }

    /** Says of the primary key that nobody should trust it any more. */
    Keys revoked() throws PGPException {
        PGPSignatureGenerator generator = generator(primary(), PGPSignature.KEY_REVOCATION, HashAlgorithmTags.SHA256);
        PGPSignature revocation = generator.generateCertification(primary());
        PGPPublicKey revoked = PGPPublicKey.addCertification(shown.getPublicKey(), revocation);
        return new Keys(secret, PGPPublicKeyRing.insertPublicKey(shown, revoked));
    }

    private PGPSignatureGenerator generator(PGPPublicKey key, int type, int hash) throws PGPException {
        PGPSecretKey own = secret.getSecretKey(key.getKeyID());
        PGPSignatureGenerator generator =
                new PGPSignatureGenerator(new BcPGPContentSignerBuilder(key.getAlgorithm(), hash), key);
        generator.init(
                type,
                own.extractPrivateKey(
                        new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(new char[0])));
        return generator;
    }

    /** A detached signature of a file, armored. */
    byte[] sign(Path file, PGPPublicKey key, Instant when) throws PGPException, IOException {
        return sign(file, key, when, PGPSignature.BINARY_DOCUMENT, HashAlgorithmTags.SHA256, 0);
    }

    byte[] sign(Path file, PGPPublicKey key, Instant when, int type, int hash, long validSeconds)
            throws PGPException, IOException {
        PGPSignatureGenerator generator = generator(key, type, hash);
        PGPSignatureSubpacketGenerator subpackets = new PGPSignatureSubpacketGenerator();
        subpackets.setSignatureCreationTime(false, Date.from(when));
        subpackets.setIssuerFingerprint(false, key);
        if (validSeconds > 0) {
            subpackets.setSignatureExpirationTime(false, validSeconds);
        }
        generator.setHashedSubpackets(subpackets.generate());
        generator.update(Files.readAllBytes(file));
        return armored(generator.generate().getEncoded());
    }

    public byte[] armored() throws IOException {
        return armored(shown.getEncoded());
    }

    byte[] binary() throws IOException {
        return shown.getEncoded();
    }

    public byte[] armoredSecret() throws IOException {
        return armored(secret.getEncoded());
    }

    private static byte[] armored(byte[] packets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new ArmoredOutputStream(bytes)) {
            out.write(packets);
        }
        return bytes.toByteArray();
    }
}
