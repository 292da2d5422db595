package io.github.amlmaven.signature;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.PGPContentVerifierBuilderProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/**
 * Public keys that are trusted, as {@code gpg --export} writes them, with or without {@code --armor}; several such files may follow one another.
 * The file itself is what is trusted: whoever can write to it says who may sign. The packets are those of RFC 9580.
 */
public final class Keyring implements SignatureVerifier {
    /** A key with its signatures takes kilobytes. */
    private static final int LARGEST_KEYRING = 16 << 20;

    private static final int LARGEST_SIGNATURE = 1 << 20;
    private static final String ARMOR = "-----BEGIN PGP ";

    /** Collisions of these were made; gpg takes none of them either. */
    private static final Set<Integer> WEAK =
            Set.of(HashAlgorithmTags.MD5, HashAlgorithmTags.SHA1, HashAlgorithmTags.RIPEMD160);

    private final List<PGPPublicKeyRing> rings;
    private final PGPContentVerifierBuilderProvider verifiers = new BcPGPContentVerifierBuilderProvider();

    private Keyring(List<PGPPublicKeyRing> rings) {
        this.rings = rings;
    }

    /**
     * Reads the trusted keys.
     *
     * @param file the file that has them
     * @return the keyring
     * @throws SignatureRefusedException when it holds no public key, or something else
     * @throws IOException when it cannot be read
     */
    public static Keyring read(Path file) throws SignatureRefusedException, IOException {
        List<PGPPublicKeyRing> rings = new ArrayList<>();
        for (byte[] block : blocks(SmallFiles.read(file, LARGEST_KEYRING))) {
            for (Object object : objects(file, block)) {
                if (!(object instanceof PGPPublicKeyRing ring)) {
                    throw new SignatureRefusedException(file + " holds something that is no public key."
                            + " `gpg --armor --export KEY` writes public keys.");
                }
                rings.add(ring);
            }
        }
        if (rings.isEmpty()) {
            throw new SignatureRefusedException(
                    file + " holds no public key. `gpg --armor --export KEY` writes public keys.");
        }
        return new Keyring(rings);
    }

    /**
     * {@inheritDoc}
     *
     * <p>Of several signatures one that counts is enough.
     *
     * @param signature armored or not
     */
    @Override
    public Signer verify(FileChannel signed, Path signature) throws SignatureRefusedException, IOException {
        List<String> reasons = new ArrayList<>();
        for (PGPSignature one : signatures(signature)) {
            try {
                return signer(one, signed);
            } catch (SignatureRefusedException e) {
                reasons.add(String.valueOf(e.getMessage()));
            }
        }
        throw new SignatureRefusedException(
                reasons.isEmpty() ? signature + " holds no signature." : String.join(" ", reasons));
    }

    private Signer signer(PGPSignature signature, FileChannel signed) throws SignatureRefusedException, IOException {
        String id = String.format(Locale.ROOT, "%016X", signature.getKeyID());
        if (signature.getSignatureType() != PGPSignature.BINARY_DOCUMENT) {
            throw new SignatureRefusedException("The signature by " + id + " is none of a file.");
        } else if (WEAK.contains(signature.getHashAlgorithm())) {
            throw new SignatureRefusedException(
                    "The signature by " + id + " is over a digest that can be forged. Sign with SHA-256 or better.");
        }
        PGPPublicKeyRing ring = ring(signature)
                .orElseThrow(
                        () -> new SignatureRefusedException("It is signed by " + id + ", which is no trusted key."));
        PGPPublicKey key = ring.getPublicKey(signature.getKeyID());
        KeyValidity.check(ring, key, signature, verifiers);
        if (!isOver(signature, key, signed)) {
            throw new SignatureRefusedException("It is not what " + id + " signed.");
        }
        PGPPublicKey primary = ring.getPublicKey();
        Iterator<String> owners = primary.getUserIDs();
        return new Signer(
                KeyValidity.fingerprint(primary),
                owners.hasNext() ? owners.next() : "",
                signature.getCreationTime().toInstant());
    }

    private Optional<PGPPublicKeyRing> ring(PGPSignature signature) {
        return rings.stream()
                .filter(ring -> ring.getPublicKey(signature.getKeyID()) != null)
                .findFirst();
    }

    private boolean isOver(PGPSignature signature, PGPPublicKey key, FileChannel signed)
            throws SignatureRefusedException, IOException {
        try {
            signature.init(verifiers, key);
            SignedBytes.read(signed, signature::update);
            return signature.verify();
        } catch (PGPException e) {
            throw new SignatureRefusedException("Its signature cannot be verified: " + e.getMessage(), e);
        }
    }

    private static List<PGPSignature> signatures(Path file) throws SignatureRefusedException, IOException {
        List<PGPSignature> signatures = new ArrayList<>();
        for (Object object : objects(file, SmallFiles.read(file, LARGEST_SIGNATURE))) {
            if (object instanceof PGPSignatureList list) {
                list.forEach(signatures::add);
            }
        }
        return signatures;
    }

    /** The library throws whatever its parsers come upon in what is no OpenPGP. */
    private static List<Object> objects(Path file, byte[] content) throws SignatureRefusedException {
        List<Object> objects = new ArrayList<>();
        try (InputStream in = PGPUtil.getDecoderStream(new BufferedInputStream(new ByteArrayInputStream(content)))) {
            BcPGPObjectFactory packets = new BcPGPObjectFactory(in);
            for (Object packet = packets.nextObject(); packet != null; packet = packets.nextObject()) {
                objects.add(packet);
            }
            return objects;
        } catch (IOException | RuntimeException e) {
            throw new SignatureRefusedException(file + " is no OpenPGP: " + e.getMessage(), e);
        }
    }

    /** An armored file may have several parts, of which the library reads the first. */
    private static List<byte[]> blocks(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        List<byte[]> blocks = new ArrayList<>();
        int start = text.indexOf(ARMOR);
        if (start < 0) {
            return List.of(content);
        }
        while (start >= 0) {
            int next = text.indexOf(ARMOR, start + ARMOR.length());
            blocks.add(text.substring(start, next < 0 ? text.length() : next).getBytes(StandardCharsets.ISO_8859_1));
            start = next;
        }
        return blocks;
    }
}
