package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Digests and compresses one content after the other into a spool, each in one pass and in constant memory. Level 6 and pieces of one size,
 * whatever sizes the source hands out, so that the bytes depend on the content alone. For one thread.
 */
final class Deflation implements Closeable {
    private static final int LEVEL = 6;
    private static final int PIECE = 64 * 1024;

    private final Spool spool;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final MessageDigest sha256 = Sha256.create();
    private final CRC32 crc = new CRC32();
    private final byte[] piece = new byte[PIECE];
    private final byte[] compressed = new byte[PIECE];

    /**
     * Opens a spool.
     *
     * @param folder where there is room for it
     * @throws IOException when the folder cannot be written to
     */
    Deflation(Path folder) throws IOException {
        this.spool = Spool.in(folder);
    }

    /**
     * Takes a content in.
     *
     * @param in the content, read to its end; not closed
     * @return where it is now; readable after {@link #flush}
     * @throws IOException when it cannot be read, or the spool not be written to
     */
    Deflated add(InputStream in) throws IOException {
        deflater.reset();
        crc.reset();
        long position = spool.length();
        long size = 0;
        int length;
        do {
            length = in.readNBytes(piece, 0, PIECE);
            size += length;
            sha256.update(piece, 0, length);
            crc.update(piece, 0, length);
            deflater.setInput(piece, 0, length);
            if (length < PIECE) {
                deflater.finish();
            }
            drain();
        } while (length == PIECE);
        return new Deflated(spool, position, spool.length() - position, size, crc.getValue(), Sha256.hex(sha256));
    }

    private void drain() throws IOException {
        int length = deflater.deflate(compressed);
        while (length > 0) {
            spool.append(compressed, 0, length);
            length = deflater.deflate(compressed);
        }
    }

    /**
     * Makes everything that was added readable.
     *
     * @throws IOException when the spool cannot be written to
     */
    void flush() throws IOException {
        spool.flush();
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        spool.close();
    }
}
