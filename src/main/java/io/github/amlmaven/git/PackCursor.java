package io.github.amlmaven.git;

import io.github.amlmaven.git.DeltaBases.Base;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.eclipse.jgit.internal.storage.pack.BinaryDelta;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Reads one object of a pack after the other, as {@code gitformat-pack} describes them: a header of type and size, for a delta where its base
 * is, and a zlib stream. For one thread. An {@link IOException} means that the object is not as described there.
 */
final class PackCursor implements Closeable {
    private static final int PIECE = 64 * 1024;

    /** Type and size take ten bytes at most, and the id of a base twenty. */
    private static final int LONGEST_HEADER = 32;

    /** Two sizes of ten bytes at most begin a delta. */
    private static final int DELTA_SIZES = 20;

    /** The longest chain of deltas that git makes ({@code pack.depth}). */
    private static final int DEEPEST = 4095;

    private final DeltaBases bases;
    private final Inflater inflater = new Inflater();
    private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
    private final byte[] oneMore = new byte[1];
    private Optional<OpenPack> pack = Optional.empty();
    private long offset;

    PackCursor(DeltaBases bases) {
        this.bases = bases;
    }

    /**
     * An entry of a pack.
     *
     * @param offset where it begins
     * @param type what it is
     * @param size how many bytes its stream has when inflated
     * @param base where the base of a delta begins; 0 when it is no delta
     * @param data where its stream begins
     */
    private record Entry(long offset, int type, long size, long base, long data) {
        boolean isDelta() {
            return base > 0;
        }
    }

    /** Goes to the object that begins at an offset. */
    void seek(OpenPack to, long where) {
        pack = Optional.of(to);
        offset = where;
    }

    /** The bytes of the object; nothing when it has another type, or when it or a base or delta of it is longer than allowed. */
    Optional<byte[]> content(int type, int longest) throws IOException {
        Deque<Entry> deltas = new ArrayDeque<>();
        long at = offset;
        Optional<Base> base = bases.find(pack(), at);
        while (base.isEmpty()) {
            Entry entry = entry(at);
            if (deltas.size() > DEEPEST || (!entry.isDelta() && entry.size() > longest)) {
                return Optional.empty();
            } else if (entry.isDelta()) {
                deltas.push(entry);
                at = entry.base();
                base = bases.find(pack(), at);
            } else {
                base = Optional.of(new Base(entry.type(), inflated(entry)));
            }
        }
        return base.get().type() == type ? apply(deltas, at, base.get(), longest) : Optional.empty();
    }

    private Optional<byte[]> apply(Deque<Entry> deltas, long root, Base base, int longest) throws IOException {
        Base result = base;
        long at = root;
        while (!deltas.isEmpty()) {
            bases.keep(pack(), at, result);
            Entry delta = deltas.pop();
            if (delta.size() > longest) {
                return Optional.empty();
            }
            byte[] change = inflated(delta);
            if (resultSize(change) > longest) {
                return Optional.empty();
            }
            result = new Base(base.type(), applied(result.content(), change));
            at = delta.offset();
        }
        return result.content().length > longest ? Optional.empty() : Optional.of(result.content());
    }

    /** How many bytes the object has; nothing when it has another type. */
    Optional<Long> size(int type) throws IOException {
        Entry entry = entry(offset);
        if (!entry.isDelta()) {
            return entry.type() == type ? Optional.of(entry.size()) : Optional.empty();
        }
        byte[] sizes = new byte[DELTA_SIZES];
        start();
        inflate(sizes, entry.data());
        long size = resultSize(sizes);
        for (int depth = 0; entry.isDelta(); depth++) {
            if (depth > DEEPEST) {
                return Optional.empty();
            }
            entry = entry(entry.base());
        }
        return entry.type() == type ? Optional.of(size) : Optional.empty();
    }

    private OpenPack pack() {
        return pack.orElseThrow();
    }

    private Entry entry(long at) throws IOException {
        fill(at, LONGEST_HEADER);
        int next = nextByte();
        int type = (next >> 4) & 7;
        long size = next & 0xF;
        for (int shift = 4; (next & 0x80) != 0; shift += 7) {
            next = nextByte();
            size |= (next & 0x7FL) << shift;
        }
        long base =
                switch (type) {
                    case Constants.OBJ_OFS_DELTA -> at - distance();
                    case Constants.OBJ_REF_DELTA -> named();
                    default -> 0;
                };
        boolean isDelta = type == Constants.OBJ_OFS_DELTA || type == Constants.OBJ_REF_DELTA;
        if (size < 0 || (isDelta && (base <= 0 || base == at))) {
            throw new IOException("The entry at " + at + " is malformed");
        }
        return new Entry(at, type, size, base, at + piece.position());
    }

    private long distance() throws IOException {
        int next = nextByte();
        long distance = next & 0x7F;
        while ((next & 0x80) != 0) {
            next = nextByte();
            distance = ((distance + 1) << 7) | (next & 0x7F);
        }
        return distance;
    }

    private long named() throws IOException {
        byte[] id = new byte[Constants.OBJECT_ID_LENGTH];
        for (int i = 0; i < id.length; i++) {
            id[i] = (byte) nextByte();
        }
        return pack().index().findOffset(ObjectId.fromRaw(id));
    }

    private int nextByte() throws IOException {
        if (!piece.hasRemaining()) {
            throw new IOException("The pack ends within a header, or a header does not end");
        }
        return piece.get() & 0xFF;
    }

    private byte[] inflated(Entry entry) throws IOException {
        byte[] content = new byte[Math.toIntExact(entry.size())];
        start();
        long at = inflate(content, entry.data());
        if (!inflater.finished()) {
            inflate(oneMore, at);
        }
        if (!inflater.finished() || inflater.getBytesWritten() != content.length) {
            throw new IOException("The entry at " + entry.offset() + " is not as long as it says");
        }
        return content;
    }

    private void start() {
        inflater.reset();
        piece.clear().flip();
        inflater.setInput(piece);
    }

    /** Goes on until there are enough bytes or the stream ends, and says where in the pack to read on. */
    private long inflate(byte[] out, long from) throws IOException {
        long at = from;
        int done = 0;
        try {
            while (done < out.length && !inflater.finished()) {
                if (inflater.needsInput()) {
                    fill(at, Math.min(PIECE, out.length - done + LONGEST_HEADER));
                    at += piece.limit();
                    inflater.setInput(piece);
                }
                int length = inflater.inflate(out, done, out.length - done);
                if (length == 0 && inflater.needsDictionary()) {
                    throw new IOException("A stream of the pack needs a dictionary");
                }
                done += length;
            }
            return at;
        } catch (DataFormatException e) {
            throw new IOException("A stream of the pack is damaged", e);
        }
    }

    private void fill(long at, int length) throws IOException {
        piece.clear().limit(length);
        if (pack().channel().read(piece, at) <= 0) {
            throw new IOException("The pack ends too early");
        }
        piece.flip();
    }

    private static long resultSize(byte[] delta) throws IOException {
        try {
            long size = BinaryDelta.getResultSize(delta);
            if (size >= 0) {
                return size;
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("A delta is damaged", e);
        }
        throw new IOException("A delta is damaged");
    }

    private static byte[] applied(byte[] base, byte[] delta) throws IOException {
        try {
            return BinaryDelta.apply(base, delta);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("A delta is damaged", e);
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
