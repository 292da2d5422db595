package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The index, read from its file: see gitformat-index(5). JGit's {@code DirCache} keeps neither {@code ctime} nor inode, so that with it an
 * edit that keeps length and time would look clean.
 *
 * @param entries every path, as in the file
 * @param trees the tree objects that git knows of it
 * @param written when the file was written, in nanoseconds since 1970
 */
record GitIndex(List<IndexEntry> entries, CachedTree trees, long written) {
    private static final int SIGNATURE = 0x44495243; // DIRC
    private static final int HEADER = 12;
    private static final int HASH = 20;
    private static final int NAME_LENGTH = 0xFFF;

    /** What there is before anything was added. */
    static final GitIndex EMPTY = new GitIndex(List.of(), CachedTree.NONE, 0);

    /**
     * Reads an index.
     *
     * @param file the file
     * @param written when it was written, in nanoseconds since 1970
     * @throws UnusableRepositoryException when it cannot be understood
     */
    static GitIndex read(Path file, long written) throws UnusableRepositoryException, IOException {
        byte[] raw = Files.readAllBytes(file);
        try {
            return new Reader(file, raw).read(written);
        } catch (IndexOutOfBoundsException
                | BufferUnderflowException
                | NegativeArraySizeException
                | IllegalArgumentException e) {
            throw damaged(file);
        }
    }

    private static UnusableRepositoryException damaged(Path file) {
        return new UnusableRepositoryException(
                Reason.UNKNOWN_INDEX,
                "The index " + file
                        + " is damaged. Run `git fsck`; deleting the index and `git reset` make a new one.");
    }

    private static final class Reader {
        private final Path file;
        private final byte[] raw;
        private final ByteBuffer in;
        private final int version;
        private byte[] last = {};
        private boolean isHostile;

        Reader(Path file, byte[] raw) throws UnusableRepositoryException {
            this.file = file;
            this.raw = raw;
            this.in = ByteBuffer.wrap(raw);
            if (in.getInt() != SIGNATURE) {
                throw damaged(file);
            }
            this.version = in.getInt();
            if (version < 2 || version > 4) {
                throw new UnusableRepositoryException(
                        Reason.UNKNOWN_INDEX,
                        "The index " + file + " has version " + version
                                + "; versions 2 to 4 are understood. Run `git update-index --index-version 4`.");
            }
        }

        GitIndex read(long written) throws UnusableRepositoryException {
            int count = in.getInt();
            List<IndexEntry> entries = new ArrayList<>(Math.min(count, raw.length / IndexEntry.FIXED));
            int at = HEADER;
            for (int i = 0; i < count; i++) {
                at = entry(at, entries);
            }
            CachedTree trees = extensions(at);
            if (isHostile) {
                throw damaged(file);
            }
            return new GitIndex(entries, trees, written);
        }

        private int entry(int start, List<IndexEntry> entries) throws UnusableRepositoryException {
            IndexEntry fields = new IndexEntry("", in, start);
            if (fields.type() == IndexEntry.FOLDER) {
                throw sparse();
            }
            int at = start + IndexEntry.FIXED + (fields.isExtended() ? 2 : 0);
            int kept = 0;
            if (version == 4) {
                int dropped = 0;
                byte b;
                do {
                    b = raw[at++];
                    dropped = (dropped << 7) + (b & 0x7F) + (b < 0 ? 1 : 0);
                } while (b < 0);
                kept = last.length - dropped;
            }
            int length = fields.flags() & NAME_LENGTH;
            int end = at + (length == NAME_LENGTH || version == 4 ? 0 : length);
            while (raw[end] != 0) {
                end++;
            }
            String path = path(kept, at, end);
            isHostile |= path.length() > CommitFolder.LONGEST_PATH || path.isEmpty() || !TreePath.isPath(path);
            entries.add(new IndexEntry(path, in, start));
            return version == 4 ? end + 1 : start + ((end - start + 8) & ~7);
        }

        /** Version 4 writes only what differs from the path before. */
        private String path(int kept, int from, int to) {
            if (version < 4) {
                return PathText.decode(raw, from, to);
            }
            byte[] path = new byte[kept + to - from];
            System.arraycopy(last, 0, path, 0, kept);
            System.arraycopy(raw, from, path, kept, to - from);
            last = path;
            return PathText.decode(path);
        }

        private CachedTree extensions(int start) throws UnusableRepositoryException {
            CachedTree trees = CachedTree.NONE;
            int at = start;
            while (at <= raw.length - HASH - 8) {
                String name = new String(raw, at, 4, StandardCharsets.US_ASCII);
                int size = in.getInt(at + 4);
                at += 8;
                Objects.checkFromIndexSize(at, size, raw.length);
                switch (name) {
                    case "TREE" -> trees = CachedTree.read(in.slice(at, size));
                    case "link" ->
                        throw new UnusableRepositoryException(
                                Reason.SPLIT_INDEX,
                                "The index " + file
                                        + " is split over two files, which is not understood here. Run `git update-index"
                                        + " --no-split-index`.");
                    case "sdir" -> throw sparse();
                    default -> {
                        if (Character.isLowerCase(name.charAt(0))) {
                            throw new UnusableRepositoryException(
                                    Reason.UNKNOWN_INDEX,
                                    "The index " + file + " has the extension '" + name
                                            + "', which is not understood here. Run `git reset` with a plain configuration.");
                        }
                    }
                }
                at += size;
            }
            return trees;
        }

        private UnusableRepositoryException sparse() {
            return new UnusableRepositoryException(
                    Reason.SPARSE_INDEX,
                    "The index " + file
                            + " is sparse, it leaves out whole folders, which is not understood here. Run `git"
                            + " sparse-checkout reapply --no-sparse-index`.");
        }
    }
}
