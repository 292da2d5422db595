package io.github.amlmaven.snapshot;

import java.io.InputStream;

/**
 * Content that is compressed already and waits in a spool.
 *
 * @param spool where
 * @param position where it begins there
 * @param compressedSize how many bytes it takes there
 * @param size how many bytes it has when inflated
 * @param crc their CRC-32
 * @param sha256 their SHA-256, 64 hex digits
 */
record Deflated(Spool spool, long position, long compressedSize, long size, long crc, String sha256) {

    /**
     * The compressed bytes.
     *
     * @return a stream that need not be closed
     */
    InputStream open() {
        return spool.open(position, compressedSize);
    }
}
