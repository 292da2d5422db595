package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folders of a working copy, each as it was when somebody asked for it first. So whoever compares the working copy and whoever reads it
 * sees the same, and the disk is asked once. Safe for several threads.
 */
final class DiskView {
    private final DiskPaths paths;
    private final Map<String, DiskFolder> seen = new ConcurrentHashMap<>();

    DiskView(DiskPaths paths) {
        this.paths = paths;
    }

    DiskPaths paths() {
        return paths;
    }

    /** The folder at a path that is one, and is not reached through a link. */
    DiskFolder folder(TreePath path) throws IOException {
        DiskFolder known = seen.get(path.value());
        if (known != null) {
            return known;
        }
        Optional<Path> located = paths.locate(path);
        DiskFolder read = located.isPresent() ? DiskFolder.read(located.get(), paths) : DiskFolder.EMPTY;
        DiskFolder other = seen.putIfAbsent(path.value(), read);
        return other == null ? read : other;
    }

    /** The folder at a path when it was asked for before. */
    Optional<DiskFolder> seen(TreePath path) {
        return Optional.ofNullable(seen.get(path.value()));
    }
}
