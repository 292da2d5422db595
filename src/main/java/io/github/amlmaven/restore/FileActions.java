package io.github.amlmaven.restore;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Everything that a restore does to a disk goes through here, so that a test can end the process before any of it. */
interface FileActions {

    /** Those of the disk. */
    FileActions DISK = () -> {};

    /** Called before each action. */
    void before();

    /** Opens a new file. */
    default OutputStream create(Path file) throws IOException {
        before();
        return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** Makes a link. */
    default void link(Path link, Path target) throws IOException {
        before();
        Files.createSymbolicLink(link, target);
    }

    /** Lets everybody execute a file who may read it; where files have no modes, nothing. */
    default void allowExecution(Path file) throws IOException {
        before();
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
        permissions.add(PosixFilePermission.OWNER_EXECUTE);
        if (permissions.contains(PosixFilePermission.GROUP_READ)) {
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
        }
        if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }

    /** Makes a folder, whose parent is there; a folder that is there already, and is no link to one, is good. */
    default void makeFolder(Path folder) throws IOException {
        before();
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                throw e;
            }
        }
    }

    /** Gives a file, link or folder another place on the same disk, in one step. What is there is replaced only when it is an empty folder. */
    default void move(Path from, Path to) throws IOException {
        before();
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
            if (!Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(to.toString());
            }
            Files.delete(to);
        }
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes a file, link or empty folder, if it is there. */
    default void delete(Path path) throws IOException {
        before();
        Files.deleteIfExists(path);
    }

    /** Deletes a folder if it is there and empty, and says whether it is gone. */
    default boolean deleteIfEmpty(Path folder) throws IOException {
        before();
        try {
            if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(folder);
            }
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    /** Takes the lock on a file, and says whether nobody else has it. It is given back when the file is closed. */
    default boolean lock(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** Makes sure that a file's content survives a loss of power. */
    default void force(Path file) throws IOException {
        before();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** The same for the names in a folder, where a system can do that. */
    default void forceFolder(Path folder) throws IOException {
        before();
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
