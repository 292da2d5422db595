package io.github.amlmaven.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Content that is compressed already and waits in a spool.
 *
 * @param spool where
 * @param position where it begins there
 * @param compressedSize how many bytes it takes there
 * @param size how many bytes it has when inflated
 * @param crc their CRC-32
 * @param compressedCrc the CRC-32 of the bytes in the spool
 * @param sha256 the SHA-256 of the inflated bytes, 64 hex digits
 */
record Deflated(
        Spool spool, long position, long compressedSize, long size, long crc, long compressedCrc, String sha256) {

    /**
     * The compressed bytes.
     *
     * @return a stream that need not be closed
     */
    InputStream open() {
        return spool.open(position, compressedSize);
    }

    /**
     * Copies some of the compressed bytes.
     *
     * @param from how many are passed over
     * @param into takes as many as it has room for, and as there are
     * @throws IOException when they cannot be read
     */
    void copy(long from, ByteBuffer into) throws IOException {
        int length = (int) Math.min(into.remaining(), compressedSize - from);
        ByteBuffer room = into.slice().limit(length);
        spool.read(position + from, room);
        into.position(into.position() + length);
    }
}
