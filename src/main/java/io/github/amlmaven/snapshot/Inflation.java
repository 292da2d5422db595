package io.github.amlmaven.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Inflates one entry after the other, in constant memory, and never to more bytes than the entry says. For one thread. */
final class Inflation implements Closeable {
    private static final int PIECE = 64 * 1024;

    private final FileChannel file;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final CRC32 compressedCrc = new CRC32();
    private final ByteBuffer compressed = ByteBuffer.allocateDirect(PIECE);
    private final byte[] piece = new byte[PIECE];

    Inflation(FileChannel file) {
        this.file = file;
    }

    /** Takes what was inflated. */
    @FunctionalInterface
    interface Sink {
        void accept(byte[] bytes, int length) throws IOException;
    }

    /**
     * Inflates an entry.
     *
     * @param item the entry, whose place in the file was checked
     * @param sink takes its content piece by piece; it counts only when nothing is wrong
     * @return what is wrong, one sentence
     * @throws IOException when the zip cannot be read, or the sink not be written to
     */
    Optional<String> inflate(ZipItem item, Sink sink) throws IOException {
        inflater.reset();
        crc.reset();
        compressedCrc.reset();
        long position = item.offset() + ZipForm.localLength(item);
        long end = position + item.compressedSize();
        long size = 0;
        try {
            while (!inflater.finished()) {
                if (inflater.needsInput()) {
                    if (position == end) {
                        return Optional.of("Its compressed content is cut short.");
                    }
                    position += fill(position, end);
                }
                int length = inflater.inflate(piece);
                if (length == 0 && inflater.needsDictionary()) {
                    return Optional.of("Its content needs a dictionary.");
                }
                size += length;
                if (size > item.size()) {
                    return Optional.of("It inflates to more than the " + item.size() + " bytes that it says.");
                }
                crc.update(piece, 0, length);
                sink.accept(piece, length);
            }
        } catch (DataFormatException e) {
            return Optional.of("Its compressed content is damaged: " + e.getMessage() + ".");
        }
        if (position - inflater.getRemaining() != end) {
            return Optional.of("Something follows its compressed content.");
        } else if (size != item.size()) {
            return Optional.of("It inflates to " + size + " bytes and not to " + item.size() + ", as it says.");
        }
        if (crc.getValue() != item.crc()) {
            return Optional.of("Its CRC-32 is not that of its content.");
        }
        return item.compressedCrc() == ZipItem.NOT_TOLD || compressedCrc.getValue() == item.compressedCrc()
                ? Optional.empty()
                : Optional.of("Its compressed content is not what was written, though it inflates to the same.");
    }

    private int fill(long position, long end) throws IOException {
        compressed.clear().limit((int) Math.min(PIECE, end - position));
        int length = file.read(compressed, position);
        if (length < 0) {
            throw new IOException("The snapshot was cut short while it was read.");
        }
        compressedCrc.update(compressed.flip().duplicate());
        inflater.setInput(compressed);
        return length;
    }

    /**
     * Inflates a small entry into memory.
     *
     * @param item the entry
     * @param flaws takes what is wrong
     * @return its content; nothing when something is wrong
     * @throws IOException when the zip cannot be read
     */
    Optional<byte[]> content(ZipItem item, Flaws flaws) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Optional<String> wrong = inflate(item, (bytes, length) -> content.write(bytes, 0, length));
        wrong.ifPresent(reason -> flaws.add(item.name(), reason));
        return wrong.isPresent() ? Optional.empty() : Optional.of(content.toByteArray());
    }

    @Override
    public void close() {
        inflater.end();
    }
}
