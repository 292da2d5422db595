package io.github.amlmaven.restore;

import io.github.amlmaven.git.DiskPaths;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what lies in the way of writing files into a working copy that is clean: files that git does not track, links that would be written
 * through, names that the disk cannot hold.
 */
final class Obstacles {
    private final DiskPaths disk;
    private final Set<TreePath> leaving;
    private final Map<String, TreePath> leavingInAnyCase = new HashMap<>();
    private final Set<TreePath> folders = new HashSet<>();
    private final Set<TreePath> made = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    /**
     * Prepares.
     *
     * @param disk the working copy
     * @param leaving the tracked files that will be gone before anything is written
     */
    Obstacles(DiskPaths disk, Set<TreePath> leaving) {
        this.disk = disk;
        this.leaving = leaving;
        leaving.forEach(path -> leavingInAnyCase.put(path.value().toLowerCase(Locale.ROOT), path));
    }

    /** Looks at a file that will be written. */
    void look(Manifest.FileEntry file) throws IOException {
        Optional<Path> place = disk.locate(file.path());
        if (place.isEmpty()) {
            found.add(file.path() + " is a name that no file can have here");
        } else if (isFree(file.path().parent())) {
            // Nothing is in a folder that is not there.
            if (made.contains(file.path().parent()) || !exists(place.get())) {
                return;
            }
            if (Files.isDirectory(place.get(), LinkOption.NOFOLLOW_LINKS)) {
                lookInto(file.path(), place.get());
            } else if (!leaves(file.path(), place.get())) {
                found.add(file.path() + " is there and git does not track it");
            }
        }
    }

    /** Whether a folder is there, or can be made. */
    private boolean isFree(TreePath folder) throws IOException {
        if (folder.isRoot() || folders.contains(folder)) {
            return true;
        } else if (!isFree(folder.parent())) {
            return false;
        }
        Optional<Path> place = disk.locate(folder);
        if (place.isEmpty()) {
            found.add(folder + " is a name that no folder can have here");
            return false;
        }
        boolean isBelowNothing = made.contains(folder.parent());
        if (isBelowNothing || !Files.isDirectory(place.get(), LinkOption.NOFOLLOW_LINKS)) {
            if (!isBelowNothing && exists(place.get()) && !leaves(folder, place.get())) {
                String what = Files.isSymbolicLink(place.get()) ? "a link" : "a file";
                found.add(folder + " is " + what + " here, and the snapshot has a folder there");
                return false;
            }
            made.add(folder);
        }
        folders.add(folder);
        return true;
    }

    /** A folder gives way to a file when all that is in it is tracked. */
    private void lookInto(TreePath path, Path folder) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                TreePath below = path.child(disk.nameOf(child));
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    lookInto(below, child);
                } else if (!leaves(below, child)) {
                    found.add(below + " is there and git does not track it, and the snapshot has a file " + path);
                }
            }
        }
    }

    /** Where a disk does not tell cases apart, a file that leaves may be found under another name. */
    private boolean leaves(TreePath path, Path place) throws IOException {
        if (leaving.contains(path)) {
            return true;
        }
        TreePath other = leavingInAnyCase.get(path.value().toLowerCase(Locale.ROOT));
        Optional<Path> otherPlace = other == null ? Optional.empty() : disk.locate(other);
        return otherPlace.isPresent() && exists(otherPlace.get()) && Files.isSameFile(place, otherPlace.get());
    }

    /** Looks whether a file can be renamed from one folder into the other. */
    void lookAtDisks(Path gitDir, Path workTree) throws IOException {
        FileStore own = Files.getFileStore(gitDir);
        if (!own.equals(Files.getFileStore(workTree))) {
            found.add(workTree + " is not on the disk of " + gitDir + ", so that no file can be moved between them");
        }
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** What was found, for people. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** The folders that will have to be made, the upper before the lower. */
    List<TreePath> made() {
        return made.stream().sorted().toList();
    }
}
