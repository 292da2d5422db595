package io.github.amlmaven.restore;

import io.github.amlmaven.git.DiskPaths;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes room for files below a folder, when each is about to be written: so the threads that write share the work. */
final class PlaceMaker {
    private final FileActions actions;
    private final DiskPaths disk;
    private final Map<TreePath, Folder> folders = new ConcurrentHashMap<>();

    /**
     * Prepares.
     *
     * @param actions what writes
     * @param folder where; it is there
     */
    PlaceMaker(FileActions actions, Path folder) {
        this.actions = actions;
        this.disk = new DiskPaths(folder);
    }

    /**
     * Makes the folders that a file lies in.
     *
     * @param file the path of the file below the folder
     * @return where the file can be written now
     * @throws IOException when a folder cannot be made, or nothing can be called so here
     */
    Path make(TreePath file) throws IOException {
        makeFolder(file.parent());
        return find(file);
    }

    private void makeFolder(TreePath path) throws IOException {
        if (path.isRoot()) {
            return;
        }
        Folder folder = folders.computeIfAbsent(path, unknown -> new Folder());
        synchronized (folder) {
            if (!folder.isMade) {
                makeFolder(path.parent());
                actions.makeFolder(find(path));
                folder.isMade = true;
            }
        }
    }

    /** One thread makes it, and the others that need it wait for that. */
    private static final class Folder {
        private boolean isMade;
    }

    /** Where a file is that was made room for. */
    Path find(TreePath path) throws IOException {
        return disk.locate(path).orElseThrow(() -> new IOException("No file can be called " + path + " here."));
    }
}
