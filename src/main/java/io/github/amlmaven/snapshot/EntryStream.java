package io.github.amlmaven.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The content of an entry as a stream, of which nothing is verified. */
final class EntryStream extends InflaterInputStream {
    private static final int BUFFER = 16 * 1024;

    private final ZipItem item;

    EntryStream(FileChannel file, ZipItem item) {
        super(
                new FilePart(file, item.offset() + ZipForm.localLength(item), item.compressedSize()),
                new Inflater(true),
                BUFFER);
        this.item = item;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw new DamagedEntryException(item.name(), e);
        }
    }

    @Override
    public void close() throws IOException {
        super.close();
        inf.end();
    }
}
