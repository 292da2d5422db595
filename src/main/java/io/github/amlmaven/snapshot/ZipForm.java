package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreeEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The one way in which a snapshot writes the headers of its zip (APPNOTE.TXT 6.3.10, sections 4.3 to 4.5). Nothing in them is left to choice, so
 * whatever differs from this was not written by a writer of snapshots.
 *
 * <p>The numbers of a large zip go into the fields of Zip64. From the first header on that has such a field, all say that a newer version made
 * them; so the form of one depends on those before it, and a form is for one zip.
 */
final class ZipForm {
    static final int LOCAL = 0x04034B50;
    static final int CENTRAL = 0x02014B50;
    static final int END = 0x06054B50;
    static final int END64 = 0x06064B50;
    static final int LOCATOR64 = 0x07064B50;

    static final int LOCAL_LENGTH = 30;
    static final int CENTRAL_LENGTH = 46;
    static final int END_LENGTH = 22;
    static final int END64_LENGTH = 56;
    static final int LOCATOR64_LENGTH = 20;

    static final long WIDE = 0xFFFF_FFFFL;
    static final int WIDE_COUNT = 0xFFFF;

    /** A comment: the CRC-32 of the compressed bytes. Some bits of those mean nothing, and would else be whatever anyone likes. */
    static final int COMMENT_LENGTH = 8;

    private static final int UNIX = 3 << 8;
    private static final int VERSION = 20;
    private static final int VERSION64 = 45;
    private static final int UTF_8 = 0x0800;
    private static final int DEFLATED = 8;
    private static final int NOON = 12 << 11;
    private static final short EXTRA64 = 1;
    private static final int LINK_PERMISSIONS = 0777;

    private static final NavigableMap<Integer, String> LOCAL_FIELDS = fields(0, false);
    private static final NavigableMap<Integer, String> CENTRAL_FIELDS = fields(2, true);

    private boolean wide;

    /** Begins a zip: an entry that is large makes all of its central directory newer. */
    ZipForm(Iterable<ZipItem> items) {
        items.forEach(item -> wide |= isLarge(item));
    }

    private static NavigableMap<Integer, String> fields(int shift, boolean central) {
        NavigableMap<Integer, String> fields = new TreeMap<>();
        fields.put(0, "signature");
        fields.put(4, central ? "version made by" : "version needed to extract");
        fields.put(4 + shift, "version needed to extract");
        fields.put(6 + shift, "flags");
        fields.put(8 + shift, "compression method");
        fields.put(10 + shift, "time");
        fields.put(12 + shift, "date");
        fields.put(14 + shift, "CRC-32");
        fields.put(18 + shift, "compressed size");
        fields.put(22 + shift, "size");
        fields.put(26 + shift, "length of the name");
        fields.put(28 + shift, "length of the extra field");
        if (central) {
            fields.put(4, "version made by");
            fields.put(32, "length of the comment");
            fields.put(34, "disk number");
            fields.put(36, "internal attributes");
            fields.put(38, "external attributes");
            fields.put(42, "offset");
        }
        fields.put(
                central ? CENTRAL_LENGTH : LOCAL_LENGTH,
                central ? "name, extra field or comment" : "name or extra field");
        return fields;
    }

    /** The day, in the format of a zip. */
    static int date(LocalDate day) {
        return (day.getYear() - 1980) << 9 | day.getMonthValue() << 5 | day.getDayOfMonth();
    }

    /** The attributes of an entry: git's mode, and for a link the permissions that Unix shows. */
    static int mode(TreeEntry.Kind kind) {
        int mode = Integer.parseInt(kind.mode(), 8);
        return kind == TreeEntry.Kind.LINK ? mode | LINK_PERMISSIONS : mode;
    }

    static byte[] local(ZipItem item) {
        byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
        boolean large = isLarge(item);
        ByteBuffer out = buffer(LOCAL_LENGTH + name.length + (large ? 20 : 0));
        out.putInt(LOCAL).putShort((short) (large ? VERSION64 : VERSION));
        common(out, item, large);
        out.putShort((short) name.length).putShort((short) (large ? 20 : 0)).put(name);
        if (large) {
            out.putShort(EXTRA64).putShort((short) 16).putLong(item.size()).putLong(item.compressedSize());
        }
        return written(out);
    }

    /** How many bytes a local header takes. */
    static long localLength(ZipItem item) {
        return LOCAL_LENGTH + item.name().getBytes(StandardCharsets.UTF_8).length + (isLarge(item) ? 20L : 0);
    }

    byte[] central(ZipItem item) {
        byte[] name = item.name().getBytes(StandardCharsets.UTF_8);
        boolean large = isLarge(item);
        boolean far = item.offset() >= WIDE;
        wide |= far;
        int extra = large || far ? 4 + (large ? 16 : 0) + (far ? 8 : 0) : 0;
        ByteBuffer out = buffer(CENTRAL_LENGTH + name.length + extra + COMMENT_LENGTH);
        out.putInt(CENTRAL).putShort((short) (UNIX | (wide ? VERSION64 : VERSION)));
        out.putShort((short) (extra > 0 ? VERSION64 : VERSION));
        common(out, item, large);
        out.putShort((short) name.length).putShort((short) extra);
        out.putShort((short) COMMENT_LENGTH).putShort((short) 0).putShort((short) 0);
        out.putInt(mode(item.kind()) << 16)
                .putInt((int) Math.min(item.offset(), WIDE))
                .put(name);
        if (extra > 0) {
            out.putShort(EXTRA64).putShort((short) (extra - 4));
            if (large) {
                out.putLong(item.size()).putLong(item.compressedSize());
            }
            if (far) {
                out.putLong(item.offset());
            }
        }
        out.put(comment(item.compressedCrc()).getBytes(StandardCharsets.US_ASCII));
        return written(out);
    }

    /** The comment of an entry: 8 hex digits. */
    static String comment(long compressedCrc) {
        return HexFormat.of().toHexDigits(compressedCrc, COMMENT_LENGTH);
    }

    /** Everything after the central directory. */
    byte[] end(long count, long length, long offset) {
        boolean large = wide || count >= WIDE_COUNT || length >= WIDE || offset >= WIDE;
        ByteBuffer out = buffer(END_LENGTH + (large ? END64_LENGTH + LOCATOR64_LENGTH : 0));
        if (large) {
            out.putInt(END64)
                    .putLong(END64_LENGTH - 12)
                    .putShort((short) VERSION64)
                    .putShort((short) VERSION64);
            out.putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(offset);
            out.putInt(LOCATOR64).putInt(0).putLong(offset + length).putInt(1);
        }
        short small = (short) Math.min(count, WIDE_COUNT);
        out.putInt(END).putShort((short) 0).putShort((short) 0).putShort(small).putShort(small);
        out.putInt((int) Math.min(length, WIDE))
                .putInt((int) Math.min(offset, WIDE))
                .putShort((short) 0);
        return written(out);
    }

    private static void common(ByteBuffer out, ZipItem item, boolean large) {
        out.putShort((short) UTF_8).putShort((short) DEFLATED);
        out.putShort((short) NOON).putShort((short) item.date()).putInt((int) item.crc());
        out.putInt((int) (large ? WIDE : item.compressedSize())).putInt((int) (large ? WIDE : item.size()));
    }

    private static boolean isLarge(ZipItem item) {
        return item.size() >= WIDE || item.compressedSize() >= WIDE;
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] written(ByteBuffer out) {
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }

    /** The first field in which a local header is not what it has to be. */
    static Optional<String> localDifference(byte[] actual, byte[] expected) {
        return difference(actual, expected, LOCAL_FIELDS);
    }

    /** The same of a header in the central directory. */
    static Optional<String> centralDifference(byte[] actual, byte[] expected) {
        return difference(actual, expected, CENTRAL_FIELDS);
    }

    private static Optional<String> difference(byte[] actual, byte[] expected, NavigableMap<Integer, String> fields) {
        int at = Arrays.mismatch(actual, expected);
        return at < 0 ? Optional.empty() : Optional.of(fields.floorEntry(at).getValue());
    }
}
