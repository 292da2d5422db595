package io.github.amlmaven.restore;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A hidden folder beside the one that is restored, {@code .NAME.UUID.part}. A file beside it, {@code .NAME.UUID.part.lock}, is there before it and
 * after it, and whoever works in it holds a lock on that: so what a killed process left is told apart from what another one is doing.
 */
final class PartFolder implements Closeable {
    private static final String PART = ".part";
    private static final String LOCK = ".lock";

    /**
     * The first half of each UUID of this process. Its own locks are let alone: on some systems a lock is gone when the process closes any channel
     * to the file.
     */
    private static final long PROCESS = UUID.randomUUID().getMostSignificantBits();

    private final FileActions actions;
    private final Path folder;
    private final Path lock;
    private final Optional<FileChannel> held;

    private PartFolder(FileActions actions, Path folder, Path lock, Optional<FileChannel> held) {
        this.actions = actions;
        this.folder = folder;
        this.lock = lock;
        this.held = held;
    }

    /**
     * Makes one.
     *
     * @param actions what writes
     * @param parent where
     * @param name what the folder will be called
     * @return an empty folder, which is deleted with all that is in it when this is closed
     * @throws IOException when it cannot be made
     */
    static PartFolder create(FileActions actions, Path parent, String name) throws IOException {
        while (true) {
            UUID id = new UUID(PROCESS, UUID.randomUUID().getLeastSignificantBits());
            Path folder = parent.resolve("." + name + "." + id + PART);
            Path lock = parent.resolve(folder.getFileName() + LOCK);
            actions.before();
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Optional<FileChannel> held = held(actions, channel);
            PartFolder part = new PartFolder(actions, folder, lock, held);
            if (held.isEmpty()) {
                actions.delete(lock); // or somebody who gets the lock would take this for what was left
            } else if (!Files.exists(lock, LinkOption.NOFOLLOW_LINKS)) {
                part.close(); // somebody did, in the moment before it was locked
                continue;
            }
            try {
                actions.makeFolder(folder);
            } catch (IOException e) {
                part.close();
                throw e;
            }
            return part;
        }
    }

    /** Nothing on a disk without locks: what a killed restore leaves there nobody can tell from another one's. */
    private static Optional<FileChannel> held(FileActions actions, FileChannel channel) throws IOException {
        try {
            if (actions.lock(channel)) {
                return Optional.of(channel);
            }
        } catch (IOException e) {
            channel.close();
            return Optional.empty();
        }
        channel.close();
        return Optional.empty();
    }

    Path folder() {
        return folder;
    }

    /**
     * Takes away what restores of other processes left that are over.
     *
     * @param actions what deletes
     * @param parent where it may be
     * @param name what their folder would have been called
     * @throws IOException when something of it cannot be deleted
     */
    static void deleteLeft(FileActions actions, Path parent, String name) throws IOException {
        Pattern pattern = Pattern.compile(
                Pattern.quote("." + name + ".") + "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.part\\.lock");
        List<Path> locks = new ArrayList<>();
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(parent)) {
            for (Path sibling : siblings) {
                Matcher matcher = pattern.matcher(sibling.getFileName().toString());
                if (matcher.matches() && UUID.fromString(matcher.group(1)).getMostSignificantBits() != PROCESS) {
                    locks.add(sibling);
                }
            }
        }
        for (Path lock : locks) {
            deleteLeft(actions, lock);
        }
    }

    private static void deleteLeft(FileActions actions, Path lock) throws IOException {
        String name = lock.getFileName().toString();
        Path folder = lock.resolveSibling(name.substring(0, name.length() - LOCK.length()));
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            Optional<FileChannel> held = held(actions, channel);
            if (held.isPresent()) {
                new PartFolder(actions, folder, lock, held).close();
            }
        } catch (NoSuchFileException e) {
            return; // its restore is through, or somebody else has taken it away
        } catch (AccessDeniedException e) {
            return; // that of another user
        }
    }

    @Override
    public void close() throws IOException {
        try {
            deleteAll();
            actions.delete(lock);
        } finally {
            if (held.isPresent()) {
                held.get().close();
            }
        }
    }

    private void deleteAll() throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                actions.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path at, @Nullable IOException failure) throws IOException {
                actions.delete(at);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
