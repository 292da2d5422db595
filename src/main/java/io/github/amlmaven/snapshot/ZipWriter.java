package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes a zip from content that is compressed already. Its bytes depend on nothing but what it is given. */
final class ZipWriter implements Closeable {
    private static final int BUFFER = 256 * 1024;
    private static final LocalDate FIRST_DAY = LocalDate.of(1980, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2107, 12, 31);

    private final ZipArchiveOutputStream zip;
    private final LocalDateTime time;

    /**
     * Begins a zip.
     *
     * @param out where to; closed by {@link #close}
     * @param modified when its content is from
     */
    ZipWriter(OutputStream out, Instant modified) {
        this.zip = new ZipArchiveOutputStream(new BufferedOutputStream(out, BUFFER));
        this.time = day(modified).atTime(LocalTime.NOON);
    }

    /**
     * The day of all entries, at noon. A zip has the time of day in no zone, so commons-compress writes that of the machine's zone, where an
     * hour can be missing; noon is not. It would even turn an extended timestamp, which is in UTC, into that. So it is the day in UTC, as far
     * as a zip can say it.
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
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.DEFLATED);
        entry.setSize(content.size());
        entry.setCompressedSize(content.compressedSize());
        entry.setCrc(content.crc());
        entry.setTimeLocal(time);
        entry.setUnixMode(ZipForm.mode(kind));
        entry.setComment(ZipForm.comment(content.compressedCrc()));
        zip.addRawArchiveEntry(entry, content.open());
    }

    /**
     * Completes the zip.
     *
     * @throws IOException when it cannot be written
     */
    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
