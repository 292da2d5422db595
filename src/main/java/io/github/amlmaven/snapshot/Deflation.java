package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Digests and compresses one content after the other into a spool, each in one pass and in constant memory. In pieces of one size, whatever sizes
 * the source hands out, so that the bytes depend on the content alone. For one thread.
 */
final class Deflation implements Closeable {
    private static final int PIECE = 64 * 1024;

    private final Spool spool;
    private final Deflaters deflaters = new Deflaters();
    private final MessageDigest sha256 = Sha256.create();
    private final CRC32 crc = new CRC32();
    private final CRC32 compressedCrc = new CRC32();
    private final byte[] piece = new byte[PIECE];
    private final byte[] compressed = new byte[PIECE];
    private long position;
    private long size;

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
        int length = in.readNBytes(piece, 0, PIECE);
        Deflater deflater = begin(piece, length);
        while (length == PIECE) {
            take(deflater, piece, 0, PIECE);
            length = in.readNBytes(piece, 0, PIECE);
        }
        take(deflater, piece, 0, length);
        return end();
    }

    /**
     * Takes a content in.
     *
     * @param content has it
     * @param length how many bytes it has
     * @return where it is now; readable after {@link #flush}
     * @throws IOException when the spool cannot be written to
     */
    Deflated add(byte[] content, int length) throws IOException {
        Deflater deflater = begin(content, Math.min(PIECE, length));
        for (int offset = 0; offset <= length; offset += PIECE) {
            take(deflater, content, offset, Math.min(PIECE, length - offset));
        }
        return end();
    }

    private Deflater begin(byte[] first, int length) {
        crc.reset();
        compressedCrc.reset();
        position = spool.length();
        size = 0;
        return deflaters.forContent(first, length);
    }

    /** The last piece is the one that is shorter than the others, and may be empty. */
    private void take(Deflater deflater, byte[] bytes, int offset, int length) throws IOException {
        size += length;
        sha256.update(bytes, offset, length);
        crc.update(bytes, offset, length);
        deflater.setInput(bytes, offset, length);
        if (length < PIECE) {
            deflater.finish();
        }
        drain(deflater);
    }

    private Deflated end() {
        return new Deflated(
                spool,
                position,
                spool.length() - position,
                size,
                crc.getValue(),
                compressedCrc.getValue(),
                Sha256.hex(sha256));
    }

    private void drain(Deflater deflater) throws IOException {
        int length = deflater.deflate(compressed);
        while (length > 0) {
            compressedCrc.update(compressed, 0, length);
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
        deflaters.close();
        spool.close();
    }
}
