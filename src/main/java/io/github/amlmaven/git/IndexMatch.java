package io.github.amlmaven.git;

/**
 * What a working copy has to agree with its index in.
 *
 * @param written when the index was written, in nanoseconds since 1970
 * @param hasModes whether files have modes that git goes by
 * @param hasLinks whether links are links; where they are not, git writes one as a file that holds its target
 */
record IndexMatch(long written, boolean hasModes, boolean hasLinks) {

    static IndexMatch of(GitIndex index, GitConfig config, DiskPaths paths) {
        return new IndexMatch(
                index.written(),
                paths.haveModes() && config.flag("core.filemode", true),
                config.flag("core.symlinks", true));
    }

    boolean isProven(IndexEntry entry, FileStat stat) {
        return entry.isProvenBy(stat, written);
    }

    boolean isRightType(IndexEntry entry, FileStat stat) {
        return switch (entry.type()) {
            case IndexEntry.REGULAR -> stat.type() == FileStat.Type.FILE;
            case IndexEntry.LINK ->
                stat.type() == FileStat.Type.LINK || (!hasLinks && stat.type() == FileStat.Type.FILE);
            default -> false;
        };
    }

    boolean isOtherMode(IndexEntry entry, FileStat stat) {
        return hasModes && entry.type() == IndexEntry.REGULAR && entry.isExecutable() != stat.isExecutable();
    }
}
