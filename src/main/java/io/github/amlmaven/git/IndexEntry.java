package io.github.amlmaven.git;

import java.nio.ByteBuffer;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A path in the index: see gitformat-index(5). Its fields stay in the bytes of the index until they are asked for, since most of most
 * entries are looked at once or never.
 *
 * @param path names joined by {@code /}
 * @param index the bytes of the index
 * @param at where in them the entry begins
 */
record IndexEntry(String path, ByteBuffer index, int at) {
    static final int TYPE = 0170000;
    static final int REGULAR = 0100000;
    static final int LINK = 0120000;
    static final int SUBMODULE = 0160000;
    static final int FOLDER = 0040000;

    /** How many bytes there are before the path, but for one that {@link #isExtended}. */
    static final int FIXED = 62;

    private static final int OWNER_EXECUTES = 0100;
    private static final int ASSUME_VALID = 0x8000;
    private static final int EXTENDED = 0x4000;
    private static final int SKIP_WORKTREE = 0x4000;
    private static final int INTENT_TO_ADD = 0x2000;
    private static final int ID = 40;
    private static final long SECOND = 1_000_000_000;
    private static final int FOUR_GIB = 0x80000000;
    private static final String EMPTY = "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391";

    /** Git's mode of it: {@link #REGULAR} and who may execute it, {@link #LINK}, {@link #SUBMODULE} or {@link #FOLDER}. */
    int type() {
        return mode() & TYPE;
    }

    boolean isExecutable() {
        return (mode() & OWNER_EXECUTES) != 0;
    }

    private int mode() {
        return index.getInt(at + 24);
    }

    /** The object that is staged. */
    ObjectId id() {
        byte[] id = new byte[20];
        index.get(at + ID, id);
        return ObjectId.fromRaw(id);
    }

    /** 0, or 1 to 3 for the sides of a conflict. */
    int stage() {
        return (flags() >> 12) & 3;
    }

    /** Whether git was told not to look at the file. */
    boolean isAssumedUnchanged() {
        return (flags() & ASSUME_VALID) != 0;
    }

    /** Whether the file is left out of a sparse checkout. */
    boolean isSkipped() {
        return (moreFlags() & SKIP_WORKTREE) != 0;
    }

    /** Whether it was only announced, by {@code git add --intent-to-add}. */
    boolean isIntended() {
        return (moreFlags() & INTENT_TO_ADD) != 0;
    }

    /** The lower twelve bits are the length of the path, as far as it fits. */
    int flags() {
        return index.getShort(at + 60);
    }

    /** Whether there are two more bytes of flags. */
    boolean isExtended() {
        return (flags() & EXTENDED) != 0;
    }

    private int moreFlags() {
        return isExtended() ? index.getShort(at + FIXED) : 0;
    }

    /**
     * Whether the file on disk must be the staged one, because nothing about it has changed since the index was written. All that git compares
     * is compared, at its finest: a file may be edited in place and be given back its old time, but not its old {@code ctime}. A file that
     * changed in the very moment in which the index was written proves nothing, nor does a length of 0 that git wrote to say so.
     *
     * @param found the file now
     * @param written when the index was written, in nanoseconds since 1970
     */
    boolean isProvenBy(FileStat found, long written) {
        return isAt(found.modified(), at + 8)
                && isAt(found.changed(), at)
                && index.getInt(at + 20) == (int) found.inode()
                && index.getInt(at + 36) == recorded(found.size())
                && found.modified() < written
                && (found.size() != 0 || id().name().equals(EMPTY));
    }

    /** Seconds and nanoseconds as the index has them, the seconds in 32 bits. */
    private boolean isAt(long time, int place) {
        return index.getInt(place) == (int) Math.floorDiv(time, SECOND)
                && index.getInt(place + 4) == (int) Math.floorMod(time, SECOND);
    }

    /** A size of 0 means "look again", so git writes another number for a multiple of 4 GiB. */
    private static int recorded(long size) {
        return (int) size == 0 && size != 0 ? FOUR_GIB : (int) size;
    }
}
