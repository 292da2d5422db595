package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Writes zips as no library would: every header and every content can be anything. What is not changed is as a snapshot has it. */
final class RawZip {
    private final List<Entry> entries = new ArrayList<>();
    private byte[] before = {};
    private byte[] behind = {};
    private byte[] gap = {};

    /** An entry; every member can be set. */
    static final class Entry {
        byte[] name;
        byte[] content;
        byte[] compressed;
        int mode = 0100644;
        int date;
        long crc;
        long size;
        long offset = -1;
        UnaryOperator<byte[]> local = header -> header;
        UnaryOperator<byte[]> central = header -> header;
        int times = 1;

        Entry(String name, byte[] content, int date) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.date = date;
            content(content);
        }

        Entry content(byte[] bytes) {
            content = bytes;
            compressed = deflate(bytes);
            CRC32 sum = new CRC32();
            sum.update(bytes);
            crc = sum.getValue();
            size = bytes.length;
            return this;
        }

        String text() {
            return new String(name, StandardCharsets.UTF_8);
        }
    }

    /** Begins with the entries of a zip. */
    static RawZip of(Path zip) throws Exception {
        RawZip raw = new RawZip();
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            for (ZipArchiveEntry one : java.util.Collections.list(file.getEntriesInPhysicalOrder())) {
                Entry entry = new Entry(one.getName(), file.getInputStream(one).readAllBytes(), 0);
                entry.mode = one.getUnixMode();
                entry.date = date(zip, one);
                raw.entries.add(entry);
            }
        }
        return raw;
    }

    private static int date(Path zip, ZipArchiveEntry entry) throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        return Short.toUnsignedInt(ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getShort((int) entry.getLocalHeaderOffset() + 12));
    }

    static byte[] deflate(byte[] content) {
        Deflater deflater = new Deflater(5, true);
        deflater.setInput(content);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return out.toByteArray();
    }

    Entry entry(String name) {
        return entries.stream()
                .filter(entry -> entry.text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    RawZip change(String name, Consumer<Entry> change) {
        change.accept(entry(name));
        return this;
    }

    RawZip remove(String name) {
        entries.remove(entry(name));
        return this;
    }

    /** Adds an entry in its place in the order of the names. */
    RawZip add(String name, String content) {
        entries.add(new Entry(name, content.getBytes(StandardCharsets.UTF_8), entries.get(0).date));
        entries.sort(Comparator.comparing(Entry::text));
        return this;
    }

    RawZip before(byte[] bytes) {
        before = bytes;
        return this;
    }

    RawZip behind(byte[] bytes) {
        behind = bytes;
        return this;
    }

    RawZip gap(byte[] bytes) {
        gap = bytes;
        return this;
    }

    /** Changes the manifest, and gives it the id of its new content when it still is a manifest. */
    RawZip manifest(Consumer<ObjectNode> change) throws Exception {
        ObjectMapper json = new ObjectMapper();
        Entry entry = entry("snapshot.json");
        ObjectNode root = (ObjectNode) json.readTree(entry.content);
        change.accept(root);
        try {
            Manifest said = Manifest.read(new ByteArrayInputStream(json.writeValueAsBytes(root)));
            root.put("id", ManifestJson.id(said.project(), said.git(), said.assets(), said.code(), said.files()));
        } catch (UnreadableSnapshotException e) {
            // then it has no id
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IndentedJson.write(json, root, out);
        entry.content(out.toByteArray());
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream directory = new ByteArrayOutputStream();
        out.writeBytes(before);
        int count = 0;
        for (Entry entry : entries) {
            long offset = entry.offset < 0 ? out.size() - before.length : entry.offset;
            byte[] local = ZipForms.header(30 + entry.name.length)
                    .putInt(0x04034B50)
                    .putShort((short) 20)
                    .putShort((short) 0x800)
                    .putShort((short) 8)
                    .putShort((short) 0x6000)
                    .putShort((short) entry.date)
                    .putInt((int) entry.crc)
                    .putInt(entry.compressed.length)
                    .putInt((int) entry.size)
                    .putShort((short) entry.name.length)
                    .putShort((short) 0)
                    .put(entry.name)
                    .array();
            byte[] central = ZipForms.header(46 + entry.name.length + 8)
                    .putInt(0x02014B50)
                    .putShort((short) 0x314)
                    .putShort((short) 20)
                    .putShort((short) 0x800)
                    .putShort((short) 8)
                    .putShort((short) 0x6000)
                    .putShort((short) entry.date)
                    .putInt((int) entry.crc)
                    .putInt(entry.compressed.length)
                    .putInt((int) entry.size)
                    .putShort((short) entry.name.length)
                    .putShort((short) 0)
                    .putShort((short) 8)
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .putInt(entry.mode << 16)
                    .putInt((int) offset)
                    .put(entry.name)
                    .put(comment(entry.compressed))
                    .array();
            if (entry.offset < 0) {
                out.writeBytes(entry.local.apply(local));
                out.writeBytes(entry.compressed);
            }
            for (int i = 0; i < entry.times; i++) {
                directory.writeBytes(entry.central.apply(central));
                count++;
            }
        }
        out.writeBytes(gap);
        int start = out.size() - before.length;
        out.writeBytes(directory.toByteArray());
        out.writeBytes(ZipForms.header(22)
                .putInt(0x06054B50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(directory.size())
                .putInt(start)
                .putShort((short) 0)
                .array());
        out.writeBytes(behind);
        return out.toByteArray();
    }

    private static byte[] comment(byte[] compressed) {
        CRC32 sum = new CRC32();
        sum.update(compressed);
        return String.format("%08x", sum.getValue()).getBytes(StandardCharsets.US_ASCII);
    }

    Path write(Path file) {
        try {
            return Files.write(file, bytes());
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Little-endian, as zips are. */
    private static final class ZipForms {
        static ByteBuffer header(int length) {
            return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
