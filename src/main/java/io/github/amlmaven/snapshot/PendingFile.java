package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name when it is finished and not before. Until then it is a hidden sibling, which is gone when this is closed
 * early. What a killed process left behind is removed by the next one: a sibling that is still being written is locked, so it is told apart.
 */
final class PendingFile implements Closeable {
    private static final String SUFFIX = ".part";

    private final Path target;
    private final Path sibling;
    private final FileChannel channel;
    private boolean finished;

    private PendingFile(Path target, Path sibling, FileChannel channel) {
        this.target = target;
        this.sibling = sibling;
        this.channel = channel;
    }

    /**
     * Begins a file.
     *
     * @param target its name in the end; a file that has it already stays until then
     * @return the empty file
     * @throws IOException when its folder cannot be written to
     */
    static PendingFile create(Path target) throws IOException {
        removeAbandoned(target);
        Path sibling = target.resolveSibling(prefix(target) + UUID.randomUUID() + SUFFIX);
        FileChannel channel = FileChannel.open(sibling, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        PendingFile file = new PendingFile(target, sibling, channel);
        try {
            channel.lock();
        } catch (IOException e) {
            file.close();
            throw e;
        }
        return file;
    }

    /**
     * Where to write.
     *
     * @return the channel, at the beginning of the file
     */
    FileChannel channel() {
        return channel;
    }

    /**
     * Reads what was written so far.
     *
     * @return the file from its beginning
     * @throws IOException when it cannot be read
     */
    InputStream open() throws IOException {
        return Files.newInputStream(sibling);
    }

    /**
     * Gives the file its name, in one step.
     *
     * @throws IOException when it cannot be written to the end or renamed
     */
    void finish() throws IOException {
        channel.close();
        Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(sibling);
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static void removeAbandoned(Path target) throws IOException {
        String prefix = prefix(target);
        Path folder = target.toAbsolutePath().getParent();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder, file -> {
            String name = file.getFileName().toString();
            return name.startsWith(prefix) && name.endsWith(SUFFIX);
        })) {
            for (Path sibling : siblings) {
                if (isAbandoned(sibling)) {
                    Files.deleteIfExists(sibling);
                }
            }
        }
    }

    private static boolean isAbandoned(Path sibling) throws IOException {
        try (FileChannel channel = FileChannel.open(sibling, StandardOpenOption.WRITE)) {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
