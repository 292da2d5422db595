package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Reads what is in a zip, and holds every byte of it that is no content against the form that a snapshot has: the entries fill the file from
 * its first byte to the central directory, one after the other in the order of their names, and each header says what its entry in the
 * directory says. So there is nothing that one reader of zips sees and another does not.
 */
@SuppressWarnings("ByteBufferBackingArray") // Every buffer here is one whole array.
final class ZipLayout {
    private static final int MOST_ENTRIES = 1_000_000;
    private static final long LONGEST_DIRECTORY = 128L << 20;
    private static final int BUFFER = 1 << 16;

    private final FileChannel file;
    private final Flaws flaws;
    private final List<ZipItem> items = new ArrayList<>();

    private ZipLayout(FileChannel file, Flaws flaws) {
        this.file = file;
        this.flaws = flaws;
    }

    /** Where the directory is, and what follows it. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Directory(long count, long length, long offset, byte[] end) {}

    /**
     * Reads the entries.
     *
     * @param file the zip
     * @param flaws takes what is wrong
     * @return the entries, as far as they can be told at all
     * @throws IOException when the file cannot be read
     */
    static List<ZipItem> read(FileChannel file, Flaws flaws) throws IOException {
        ZipLayout layout = new ZipLayout(file, flaws);
        Optional<Directory> directory = layout.directory();
        if (directory.isPresent() && layout.readEntries(directory.get())) {
            layout.checkForm(directory.get());
            layout.checkPlaces(directory.get());
            ZipNames.check(layout.items, flaws);
        }
        return List.copyOf(layout.items);
    }

    private Optional<Directory> directory() throws IOException {
        long size = file.size();
        if (size < ZipForm.END_LENGTH) {
            flaws.add("It is no zip: it has " + size + " bytes.");
            return Optional.empty();
        }
        ByteBuffer end = bytes(size - ZipForm.END_LENGTH, ZipForm.END_LENGTH);
        if (end.getInt(0) != ZipForm.END) {
            flaws.add("It is no zip, or one that is cut short, has a comment, or has something appended to it.");
            return Optional.empty();
        }
        int tail = ZipForm.END64_LENGTH + ZipForm.LOCATOR64_LENGTH + ZipForm.END_LENGTH;
        if (size >= tail) {
            ByteBuffer large = bytes(size - tail, tail);
            if (large.getInt(0) == ZipForm.END64 && large.getInt(ZipForm.END64_LENGTH) == ZipForm.LOCATOR64) {
                return directory(large.getLong(32), large.getLong(40), large.getLong(48), large.array());
            }
        }
        int count = Short.toUnsignedInt(end.getShort(10));
        return directory(
                count, Integer.toUnsignedLong(end.getInt(12)), Integer.toUnsignedLong(end.getInt(16)), end.array());
    }

    private Optional<Directory> directory(long count, long length, long offset, byte[] end) throws IOException {
        if (count < 0 || count > MOST_ENTRIES) {
            flaws.add("It says that it has " + Long.toUnsignedString(count) + " entries; a snapshot has " + MOST_ENTRIES
                    + " at most.");
            return Optional.empty();
        }
        if (offset < 0 || length < 0 || offset + length != file.size() - end.length) {
            flaws.add("Its central directory is not where its end says: the file is cut short, or something was put in"
                    + " front, between or behind.");
            return Optional.empty();
        }
        if (length > LONGEST_DIRECTORY) {
            flaws.add("Its central directory has " + length + " bytes; that of a snapshot has " + LONGEST_DIRECTORY
                    + " at most.");
            return Optional.empty();
        }
        return Optional.of(new Directory(count, length, offset, end));
    }

    /** Takes a header of the central directory. */
    @FunctionalInterface
    private interface Header {
        void take(byte[] header, int nameLength);
    }

    private boolean readEntries(Directory directory) throws IOException {
        try {
            each(
                    directory,
                    (header, name) -> items.add(item(ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN), name)));
        } catch (EOFException e) {
            flaws.add("Its central directory is shorter than its entries.");
            return false;
        } catch (ZipException e) {
            flaws.add(String.valueOf(e.getMessage()));
            return false;
        }
        return true;
    }

    private void each(Directory directory, Header taker) throws IOException {
        InputStream part = new FilePart(file, directory.offset(), directory.length());
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(part, BUFFER))) {
            for (long i = 0; i < directory.count(); i++) {
                byte[] fixed = new byte[ZipForm.CENTRAL_LENGTH];
                in.readFully(fixed);
                ByteBuffer header = ByteBuffer.wrap(fixed).order(ByteOrder.LITTLE_ENDIAN);
                if (header.getInt(0) != ZipForm.CENTRAL) {
                    throw new ZipException("Entry " + (i + 1) + " of its central directory is none.");
                }
                int name = Short.toUnsignedInt(header.getShort(28));
                int more = Short.toUnsignedInt(header.getShort(30)) + Short.toUnsignedInt(header.getShort(32));
                byte[] whole = Arrays.copyOf(fixed, fixed.length + name + more);
                in.readFully(whole, fixed.length, name + more);
                taker.take(whole, name);
            }
            if (in.read() >= 0) {
                throw new ZipException("Its central directory has more entries than it says.");
            }
        }
    }

    private ZipItem item(ByteBuffer header, int nameLength) {
        String name =
                name(Arrays.copyOfRange(header.array(), ZipForm.CENTRAL_LENGTH, ZipForm.CENTRAL_LENGTH + nameLength));
        long compressed = Integer.toUnsignedLong(header.getInt(20));
        long size = Integer.toUnsignedLong(header.getInt(24));
        long offset = Integer.toUnsignedLong(header.getInt(42));
        int wide = ZipForm.CENTRAL_LENGTH + nameLength + 4;
        if (compressed == ZipForm.WIDE && size == ZipForm.WIDE && header.limit() >= wide + 16) {
            size = header.getLong(wide);
            compressed = header.getLong(wide + 8);
            wide += 16;
        }
        if (offset == ZipForm.WIDE && header.limit() >= wide + 8) {
            offset = header.getLong(wide);
        }
        long crc = Integer.toUnsignedLong(header.getInt(16));
        int date = Short.toUnsignedInt(header.getShort(14));
        return new ZipItem(
                name, kind(name, header.getInt(38) >>> 16), date, crc, compressed, size, offset, comment(header));
    }

    /** What is no such comment is nothing that the form would have, which is told. */
    private static long comment(ByteBuffer header) {
        byte[] bytes = header.array();
        if (header.getShort(32) != ZipForm.COMMENT_LENGTH) {
            return ZipItem.NOT_TOLD;
        }
        long crc = 0;
        for (int i = bytes.length - ZipForm.COMMENT_LENGTH; i < bytes.length; i++) {
            int digit = Character.digit(bytes[i], 16);
            if (digit < 0) {
                return ZipItem.NOT_TOLD;
            }
            crc = crc << 4 | digit;
        }
        return crc;
    }

    private String name(byte[] raw) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw))
                    .toString();
        } catch (CharacterCodingException e) {
            String name = new String(raw, StandardCharsets.UTF_8);
            flaws.add(name, "Its name is not UTF-8.");
            return name;
        }
    }

    private TreeEntry.Kind kind(String name, int mode) {
        for (TreeEntry.Kind kind : TreeEntry.Kind.values()) {
            if (kind != TreeEntry.Kind.FOLDER && ZipForm.mode(kind) == mode) {
                return kind;
            }
        }
        flaws.add(name, "Its mode is " + Integer.toOctalString(mode) + "; a snapshot has files and links.");
        return TreeEntry.Kind.FILE;
    }

    /** Reads the headers once more, since together they may be large. */
    private void checkForm(Directory directory) throws IOException {
        ZipForm form = new ZipForm(items);
        Iterator<ZipItem> next = items.iterator();
        each(directory, (header, nameLength) -> {
            ZipItem item = next.next();
            ZipForm.centralDifference(header, form.central(item))
                    .ifPresent(field -> flaws.add(
                            item.name(), "Its " + field + " in the central directory is not that of a snapshot."));
        });
        if (!Arrays.equals(directory.end(), form.end(items.size(), directory.length(), directory.offset()))) {
            flaws.add("The end of its central directory is not that of a snapshot.");
        }
    }

    private void checkPlaces(Directory directory) throws IOException {
        long position = 0;
        for (ZipItem item : items) {
            long length = ZipForm.localLength(item);
            if (item.offset() != position || item.compressedSize() < 0 || item.size() < 0) {
                flaws.add(
                        item.name(),
                        "It begins at byte " + Long.toUnsignedString(item.offset()) + " and not at " + position
                                + ": it overlaps another entry, or something lies between them.");
                return;
            }
            if (item.compressedSize() > directory.offset() - position - length) {
                flaws.add(item.name(), "It reaches into the central directory.");
                return;
            }
            byte[] actual = bytes(position, (int) length).array();
            ZipForm.localDifference(actual, ZipForm.local(item))
                    .ifPresent(field -> flaws.add(
                            item.name(), "Its local header contradicts the central directory: the " + field + "."));
            position += length + item.compressedSize();
        }
        if (position != directory.offset()) {
            flaws.add("There are " + (directory.offset() - position) + " bytes between its last entry and the central"
                    + " directory.");
        }
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer bytes = ZipForm.buffer(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, position + bytes.position()) < 0) {
                throw new EOFException("The file was cut short while it was read.");
            }
        }
        return bytes.flip();
    }
}
