package io.github.amlmaven.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** What a signature is over. */
final class SignedBytes {
    private static final int PIECE = 1 << 16;

    private SignedBytes() {}

    /** Takes bytes, one piece after the other. */
    @FunctionalInterface
    interface Sink {
        /** Takes some. */
        void update(byte[] bytes, int offset, int length);
    }

    /**
     * Reads all of a file, and leaves its position where it is.
     *
     * @param file the file
     * @param sink takes its bytes
     * @throws IOException when it cannot be read
     */
    static void read(FileChannel file, Sink sink) throws IOException {
        byte[] piece = new byte[PIECE];
        long at = 0;
        for (int length = file.read(ByteBuffer.wrap(piece), at);
                length >= 0;
                length = file.read(ByteBuffer.wrap(piece), at)) {
            sink.update(piece, 0, length);
            at += length;
        }
    }
}
