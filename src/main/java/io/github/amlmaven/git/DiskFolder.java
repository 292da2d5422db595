package io.github.amlmaven.git;

import io.github.amlmaven.tree.CodePointOrder;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A folder on disk as it was when it was read: each of its names was looked at once. Git's own folder is not among them.
 *
 * @param children what is in it, in the order of the names
 */
record DiskFolder(List<Child> children) {
    static final DiskFolder EMPTY = new DiskFolder(List.of());

    /**
     * Something in it.
     *
     * @param name its name, as git would spell it
     * @param stat what it is
     */
    record Child(String name, FileStat stat) {}

    /** Reads a folder; one that is gone is empty. */
    static DiskFolder read(Path folder, DiskPaths paths) throws IOException {
        List<Child> children = new ArrayList<>();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder)) {
            for (Path path : names) {
                String name = paths.nameOf(path);
                if (!isGitFolder(name)) {
                    add(name, path, paths, children);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            return EMPTY;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        children.sort((a, b) -> CodePointOrder.INSTANCE.compare(a.name(), b.name()));
        return new DiskFolder(children);
    }

    private static void add(String name, Path path, DiskPaths paths, List<Child> children) throws IOException {
        try {
            children.add(new Child(name, FileStat.of(path, paths.haveModes())));
        } catch (NoSuchFileException e) {
            return; // gone in the meantime
        }
    }

    Optional<Child> child(String name) {
        int low = 0;
        int high = children.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = CodePointOrder.INSTANCE.compare(children.get(middle).name(), name);
            if (order == 0) {
                return Optional.of(children.get(middle));
            } else if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    /** In any case, since some file systems do not tell the cases apart and git forbids them all. */
    static boolean isGitFolder(String name) {
        return name.equalsIgnoreCase(".git");
    }
}
