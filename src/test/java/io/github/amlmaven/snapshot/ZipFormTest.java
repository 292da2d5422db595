package io.github.amlmaven.snapshot;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreeEntry.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form that is asked of a zip is the one that is written, the large ones included. */
class ZipFormTest {

    @Test
    void theHeadersOfEntriesBeyondFourGigabytes() throws Exception {
        long large = 5L << 30;
        List<ZipItem> items = List.of(
                new ZipItem("a", Kind.FILE, ZipForm.date(LocalDate.of(2024, 7, 1)), 1, 0, 2, 0, 7),
                new ZipItem(
                        "b",
                        Kind.EXECUTABLE,
                        ZipForm.date(LocalDate.of(2024, 7, 1)),
                        3,
                        large,
                        large,
                        31,
                        0xFFFF_FFFFL),
                new ZipItem("ü", Kind.LINK, ZipForm.date(LocalDate.of(2024, 7, 1)), 4, 0, 6, 82, 0));
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        items.forEach(item -> expected.writeBytes(ZipForm.local(item)));
        int offset = expected.size();
        ZipForm form = new ZipForm(items);
        items.forEach(item -> expected.writeBytes(form.central(item)));
        expected.writeBytes(form.end(items.size(), expected.size() - offset, offset));

        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(written)) {
            for (ZipItem item : items) {
                ZipArchiveEntry entry = new ZipArchiveEntry(item.name());
                entry.setMethod(ZipArchiveEntry.DEFLATED);
                entry.setSize(item.size());
                entry.setCompressedSize(item.compressedSize());
                entry.setCrc(item.crc());
                entry.setTimeLocal(LocalDate.of(2024, 7, 1).atTime(12, 0));
                entry.setUnixMode(ZipForm.mode(item.kind()));
                entry.setComment(ZipForm.comment(item.compressedCrc()));
                zip.addRawArchiveEntry(entry, new ByteArrayInputStream(new byte[0]));
            }
        }

        assertThat(written.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void aZipOfMoreEntriesThanSixteenBitsCount(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("many.zip");
        int count = 70_000;
        try (Deflation deflation = new Deflation(folder)) {
            Deflated empty = deflation.add(new byte[0], 0);
            deflation.flush();
            try (FileChannel out = FileChannel.open(file, CREATE_NEW, WRITE)) {
                ZipWriter zip = new ZipWriter(out, Instant.parse("2024-07-01T00:00:00Z"));
                for (int i = 0; i < count; i++) {
                    zip.add(String.format("source/%05d", i), Kind.FILE, empty);
                }
                zip.finish();
            }
        }
        Flaws flaws = new Flaws();
        try (FileChannel channel = FileChannel.open(file)) {
            assertThat(ZipLayout.read(channel, flaws)).hasSize(count);
        }
        assertThat(flaws.list()).isEmpty();
    }
}
