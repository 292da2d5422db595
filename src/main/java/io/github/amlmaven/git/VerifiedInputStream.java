package io.github.amlmaven.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Bytes whose SHA-256 is known before they are read: at their end either it was true, or reading fails. */
final class VerifiedInputStream extends FilterInputStream {
    private final MessageDigest digest = Hashes.sha256();
    private final String expected;
    private final String name;
    private boolean verified;

    VerifiedInputStream(InputStream in, String expected, String name) {
        super(in);
        this.expected = expected;
        this.name = name;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (count > 0) {
            digest.update(buffer, offset, count);
        } else if (count < 0 && !verified) {
            if (!HexFormat.of().formatHex(digest.digest()).equals(expected)) {
                throw new IOException(name + " does not have the SHA-256 that its Git LFS pointer names, " + expected
                        + ". Run `git lfs fsck`, then `git lfs pull`.");
            }
            verified = true;
        }
        return count;
    }

    /** Skipped bytes are read, so that they count. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[(int) Math.max(0, Math.min(count, 1 << 13))];
        return count <= 0 ? 0 : Math.max(0, read(passed, 0, passed.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
