package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What {@code lstat} says of a file. Git records it in the index, so that a file that looks the same need not be read. Times are in
 * nanoseconds since 1970, which reach from 1677 to 2262; a time beyond is cut off there.
 *
 * @param type what it is
 * @param isExecutable whether its owner may execute it; false where files have no such mode
 * @param size its length in bytes
 * @param modified when its content last changed
 * @param changed when its content or its attributes last changed; on Windows when it was created, as for git
 * @param inode its number in the file system; 0 on Windows
 */
record FileStat(Type type, boolean isExecutable, long size, long modified, long changed, long inode) {

    enum Type {
        FILE,
        LINK,
        FOLDER,
        OTHER
    }

    private static final String ATTRIBUTES = "unix:mode,size,lastModifiedTime,ctime,ino";
    private static final int TYPE = 0170000;
    private static final int OWNER_EXECUTES = 0100;

    /** Looks at a path itself, not at what it links to. */
    static FileStat of(Path path) throws IOException {
        return of(path, DiskPaths.areBytes(path));
    }

    /**
     * The same, for whoever looks at many paths of one file system.
     *
     * @param isUnix whether files there have the attributes that Unix knows
     */
    static FileStat of(Path path, boolean isUnix) throws IOException {
        if (!isUnix) {
            return basic(Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
        }
        Map<String, Object> stat = Files.readAttributes(path, ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        int mode = (int) number(stat, "mode");
        Type type =
                switch (mode & TYPE) {
                    case 0100000 -> Type.FILE;
                    case 0120000 -> Type.LINK;
                    case 0040000 -> Type.FOLDER;
                    default -> Type.OTHER;
                };
        return new FileStat(
                type,
                (mode & OWNER_EXECUTES) != 0,
                number(stat, "size"),
                nanos((FileTime) Objects.requireNonNull(stat.get("lastModifiedTime"))),
                nanos((FileTime) Objects.requireNonNull(stat.get("ctime"))),
                number(stat, "ino"));
    }

    private static long number(Map<String, Object> stat, String name) {
        return ((Number) Objects.requireNonNull(stat.get(name))).longValue();
    }

    private static long nanos(FileTime time) {
        return time.to(TimeUnit.NANOSECONDS);
    }

    private static FileStat basic(BasicFileAttributes stat) {
        Type type = stat.isRegularFile()
                ? Type.FILE
                : stat.isSymbolicLink() ? Type.LINK : stat.isDirectory() ? Type.FOLDER : Type.OTHER;
        return new FileStat(type, false, stat.size(), nanos(stat.lastModifiedTime()), nanos(stat.creationTime()), 0);
    }
}
