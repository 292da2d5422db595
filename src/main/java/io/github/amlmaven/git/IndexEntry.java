package io.github.amlmaven.git;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A path in the index: see gitformat-index(5).
 *
 * @param path names joined by {@code /}
 * @param mode git's mode
 * @param id the object that is staged
 * @param stage 0, or 1 to 3 for the sides of a conflict
 * @param isAssumedUnchanged whether git was told not to look at the file
 * @param isSkipped whether the file is left out of a sparse checkout
 * @param isIntended whether it was only announced, by {@code git add --intent-to-add}
 * @param stat the bytes that tell when and where the file was when it was last seen to be the staged one
 */
record IndexEntry(
        String path,
        int mode,
        ObjectId id,
        int stage,
        boolean isAssumedUnchanged,
        boolean isSkipped,
        boolean isIntended,
        Stat stat) {
    static final int TYPE = 0170000;
    static final int REGULAR = 0100000;
    static final int LINK = 0120000;
    static final int SUBMODULE = 0160000;
    static final int FOLDER = 0040000;
    private static final int OWNER_EXECUTES = 0100;
    private static final ObjectId EMPTY = ObjectId.fromString("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391");

    int type() {
        return mode & TYPE;
    }

    boolean isExecutable() {
        return (mode & OWNER_EXECUTES) != 0;
    }

    /**
     * Whether the file on disk must be the staged one, because nothing about it has changed since the index was written. All that git compares
     * is compared, at its finest: a file may be edited in place and be given back its old time, but not its old {@code ctime}. A file that
     * changed in the very moment in which the index was written proves nothing, nor does a length of 0 that git wrote to say so.
     *
     * @param found the file now
     * @param written when the index was written
     */
    boolean isProvenBy(FileStat found, Instant written) {
        boolean isMarked = stat.size() == 0 && !id.equals(EMPTY);
        return !isMarked && stat.matches(found) && stat.isOlderThan(written);
    }

    /** Seconds, nanoseconds and numbers as the index has them: the lower 32 bits. */
    record Stat(int changed, int changedNanos, int modified, int modifiedNanos, int inode, int size) {
        private static final int FOUR_GIB = 0x80000000;

        static Stat read(ByteBuffer index, int at) {
            return new Stat(
                    index.getInt(at),
                    index.getInt(at + 4),
                    index.getInt(at + 8),
                    index.getInt(at + 12),
                    index.getInt(at + 20),
                    index.getInt(at + 36));
        }

        boolean matches(FileStat found) {
            return isAt(found.modified(), modified, modifiedNanos)
                    && isAt(found.changed(), changed, changedNanos)
                    && inode == (int) found.inode()
                    && size == recorded(found.size());
        }

        private static boolean isAt(Instant time, int seconds, int nanos) {
            return seconds == (int) time.getEpochSecond() && nanos == time.getNano();
        }

        /** A size of 0 means "look again", so git writes another number for a multiple of 4 GiB. */
        private static int recorded(long size) {
            return (int) size == 0 && size != 0 ? FOUR_GIB : (int) size;
        }

        boolean isOlderThan(Instant written) {
            return Instant.ofEpochSecond(Integer.toUnsignedLong(modified), modifiedNanos)
                    .isBefore(written);
        }
    }
}
