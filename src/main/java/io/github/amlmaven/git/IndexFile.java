package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of an index. It is read again only when it is another than before; git never changes one, but puts a new one in its place. */
final class IndexFile {
    private final Path file;
    private Read last = new Read(new FileStat(FileStat.Type.OTHER, false, 0, 0, 0, 0), GitIndex.EMPTY);

    private record Read(FileStat stat, GitIndex index) {}

    IndexFile(Path file) {
        this.file = file;
    }

    /**
     * Reads it.
     *
     * @return the index; one without entries when there is no file
     * @throws UnusableRepositoryException when it cannot be understood
     */
    synchronized GitIndex read() throws UnusableRepositoryException, IOException {
        if (!Files.exists(file)) {
            return GitIndex.EMPTY;
        }
        FileStat stat = FileStat.of(file.toRealPath());
        if (!isSame(stat, last.stat())) {
            last = new Read(stat, GitIndex.read(file, stat.modified()));
        }
        return last.index();
    }

    /** Not by what every record has to compare itself: to link that takes longer than to read an index of thousands of files. */
    private static boolean isSame(FileStat one, FileStat other) {
        return one.inode() == other.inode()
                && one.size() == other.size()
                && one.modified() == other.modified()
                && one.changed() == other.changed();
    }
}
