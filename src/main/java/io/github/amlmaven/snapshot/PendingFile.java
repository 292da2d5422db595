package io.github.amlmaven.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that appears under its name when it is finished and not before. Until then it is a hidden sibling, which is gone when this is closed
 * early. What a killed process left behind is removed by the next one: a sibling that is still being written is locked until it has its name, so it
 * is told apart. On a disk without locks it is not, and what was left there stays.
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
        while (true) {
            Path sibling = target.resolveSibling(prefix(target) + UUID.randomUUID() + SUFFIX);
            FileChannel channel = FileChannel.open(
                    sibling, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
            lock(channel);
            if (Files.exists(sibling)) {
                return new PendingFile(target, sibling, channel);
            }
            channel.close(); // somebody took it for abandoned, in the moment before it was locked
        }
    }

    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException e) {
            // On a disk without locks nobody gets one, and so nobody takes it for abandoned.
        }
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
        // Not by a channel of its own: on some systems the lock is gone when the process closes any.
        return new FilePart(channel, 0, channel.size());
    }

    /**
     * Gives the file its name, in one step.
     *
     * @throws IOException when it cannot be written to the end or renamed
     */
    void finish() throws IOException {
        Files.move(sibling, target, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
        channel.close();
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
                removeIfAbandoned(sibling);
            }
        }
    }

    private static void removeIfAbandoned(Path sibling) throws IOException {
        try (FileChannel channel = FileChannel.open(sibling, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (isFree(channel)) {
                Files.deleteIfExists(sibling);
            }
        } catch (NoSuchFileException e) {
            return; // it has its name by now, or somebody else has removed it
        }
    }

    private static boolean isFree(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }
}
