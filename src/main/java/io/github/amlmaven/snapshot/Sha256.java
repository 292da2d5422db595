package io.github.amlmaven.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as the format writes it. */
final class Sha256 {
    static final String PREFIX = "sha256:";

    private Sha256() {}

    /** Something that writes itself. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * A fresh digest.
     *
     * @return SHA-256, which every Java platform has
     */
    static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("a Java platform without SHA-256", e);
        }
    }

    /**
     * The digest of some content.
     *
     * @param content what is digested, without being held in memory
     * @return {@code sha256:} and 64 lower-case hex digits
     */
    static String of(Content content) {
        MessageDigest digest = create();
        try (OutputStream out =
                new BufferedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to nowhere cannot fail", e);
        }
        return PREFIX + hex(digest);
    }

    /**
     * Finishes a digest.
     *
     * @param digest what has been fed to it; it starts anew
     * @return 64 lower-case hex digits
     */
    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
