package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;

/**
 * An entry of a zip, as its central directory has it.
 *
 * @param name its name
 * @param kind a file, an executable or a link
 * @param date the day on which it was made, in the format of a zip
 * @param crc the CRC-32 of its content
 * @param compressedSize how many bytes it takes
 * @param size how many bytes its content has
 * @param offset where its local header begins
 * @param compressedCrc the CRC-32 of the bytes that it takes; {@link #NOT_TOLD} where its comment is of another form
 */
record ZipItem(
        String name,
        TreeEntry.Kind kind,
        int date,
        long crc,
        long compressedSize,
        long size,
        long offset,
        long compressedCrc) {
    /** No CRC-32, which has no sign. */
    static final long NOT_TOLD = -1;
}
