package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a zip in the form of {@link ZipForm}, from content that is compressed already. Its bytes depend on nothing but what it is given. What
 * it collects, it writes in large pieces, and each byte of a content is copied once.
 */
final class ZipWriter {
    private static final int BUFFER = 256 * 1024;
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2107, 12, 31);

    private final WritableByteChannel out;
    private final int date;
    private final ByteBuffer pending = ByteBuffer.allocateDirect(BUFFER);
    private final List<ZipItem> items = new ArrayList<>();
    private long position;

    /**
     * Begins a zip.
     *
     * @param out where to; not closed
     * @param modified when its content is from
     */
    ZipWriter(WritableByteChannel out, Instant modified) {
        this.out = out;
        this.date = ZipForm.date(day(modified));
    }

    /**
     * The day of all entries. A zip has the time of day in no zone, so whoever reads it takes that of the machine's zone, where an hour can be
     * missing; noon is not. So it is the day in UTC, as far as a zip can say it.
     */
    static LocalDate day(Instant modified) {
        LocalDate day = LocalDate.ofInstant(modified, ZoneOffset.UTC);
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }

    /**
     * Appends an entry.
     *
     * @param name its name
     * @param kind file or link
     * @param content its content
     * @throws IOException when the zip cannot be written
     */
    void add(String name, TreeEntry.Kind kind, Deflated content) throws IOException {
        ZipItem item = new ZipItem(
                name,
                kind,
                date,
                content.crc(),
                content.compressedSize(),
                content.size(),
                position,
                content.compressedCrc());
        items.add(item);
        put(ZipForm.local(item));
        for (long done = 0; done < content.compressedSize(); ) {
            int before = room().position();
            content.copy(done, pending);
            done += pending.position() - before;
        }
        position += content.compressedSize();
    }

    /**
     * Completes the zip.
     *
     * @throws IOException when it cannot be written
     */
    void finish() throws IOException {
        long directory = position;
        ZipForm form = new ZipForm(items);
        for (ZipItem item : items) {
            put(form.central(item));
        }
        put(form.end(items.size(), position - directory, directory));
        flush();
    }

    private void put(byte[] bytes) throws IOException {
        for (int done = 0; done < bytes.length; ) {
            int length = Math.min(room().remaining(), bytes.length - done);
            pending.put(bytes, done, length);
            done += length;
        }
        position += bytes.length;
    }

    /** The buffer, with room in it. */
    private ByteBuffer room() throws IOException {
        if (!pending.hasRemaining()) {
            flush();
        }
        return pending;
    }

    private void flush() throws IOException {
        pending.flip();
        while (pending.hasRemaining()) {
            out.write(pending);
        }
        pending.clear();
    }
}
