package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Bytes on disk for the time until their place in the zip is known. One thread appends; when it is done, any may read. The file is gone as
 * soon as this is closed or the process dies, however it dies.
 */
final class Spool implements Closeable {
    private static final int BUFFER = 256 * 1024;

    private final FileChannel channel;
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER);
    private long flushed;

    private Spool(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes an empty one.
     *
     * @param folder where there is room
     * @return the spool
     * @throws IOException when the folder cannot be written to
     */
    static Spool in(Path folder) throws IOException {
        return new Spool(FileChannel.open(
                folder.resolve(".spool." + UUID.randomUUID()),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
    }

    /** How many bytes were appended so far. */
    long length() {
        return flushed + pending.position();
    }

    void append(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (!pending.hasRemaining()) {
                flush();
            }
            int part = Math.min(length - done, pending.remaining());
            pending.put(bytes, offset + done, part);
            done += part;
        }
    }

    /** Makes what was appended readable. */
    void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            flushed += channel.write(pending, flushed);
        }
        pending.clear();
    }

    /**
     * A part of what was flushed.
     *
     * @param position where it begins
     * @param length how many bytes it has
     * @return a stream that need not be closed
     */
    InputStream open(long position, long length) {
        return new FilePart(channel, position, length);
    }

    /**
     * Copies a part of what was flushed.
     *
     * @param position where it begins
     * @param into is filled to its limit
     * @throws IOException when it cannot be read, or there is not so much
     */
    void read(long position, ByteBuffer into) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int length = channel.read(into, at);
            if (length < 0) {
                throw new EOFException("the spool ends at " + at);
            }
            at += length;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
