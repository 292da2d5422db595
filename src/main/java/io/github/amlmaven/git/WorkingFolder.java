package io.github.amlmaven.git;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreeEntry.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working copy as a tree of files, as it is on disk: edits, untracked and ignored files are all there. Git's own folders are not, nor
 * is what is neither file, link nor folder. A link is an entry of its own, and nothing is found through one. What a folder holds is what it
 * held when it was listed first; the bytes of a file are those that it has when they are read.
 */
public final class WorkingFolder implements FileTree {
    private final DiskView disk;
    private final DiskPaths paths;

    WorkingFolder(DiskView disk) {
        this.disk = disk;
        this.paths = disk.paths();
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) throws IOException {
        if (path.isRoot()) {
            return Optional.of(new TreeEntry(path, Kind.FOLDER, Optional.empty()));
        }
        TreePath parent = path.parent();
        Optional<DiskFolder> seen = disk.seen(parent);
        if (seen.isPresent()) {
            Optional<DiskFolder.Child> child = seen.get().child(path.name());
            return child.isPresent() ? entry(path, child.get().stat()) : Optional.empty();
        }
        return DiskFolder.isGitFolder(path.name()) || !isFolder(parent) ? Optional.empty() : look(path);
    }

    /** A folder that was listed is one; of any other, the whole way down to it has to be of folders. */
    private boolean isFolder(TreePath path) {
        for (TreePath at = path; !at.isRoot() && disk.seen(at).isEmpty(); at = at.parent()) {
            boolean isFolder = !DiskFolder.isGitFolder(at.name())
                    && paths.locate(at)
                            .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                            .isPresent();
            if (!isFolder) {
                return false;
            }
        }
        return true;
    }

    private Optional<TreeEntry> look(TreePath path) throws IOException {
        Optional<Path> located = paths.locate(path);
        if (located.isEmpty()) {
            return Optional.empty();
        }
        try {
            return entry(path, FileStat.of(located.get(), paths.haveModes()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        if (!isFolder(folder)) {
            return List.of();
        }
        List<DiskFolder.Child> children = disk.folder(folder).children();
        List<TreeEntry> entries = new ArrayList<>(children.size());
        for (DiskFolder.Child child : children) {
            entry(folder.child(child.name()), child.stat()).ifPresent(entries::add);
        }
        return List.copyOf(entries);
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return FileStat.of(onDisk(file)).size();
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return Files.newInputStream(onDisk(file), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return paths.textOf(Files.readSymbolicLink(onDisk(link)));
    }

    private Path onDisk(TreeEntry entry) throws NoSuchFileException {
        return paths.locate(entry.path())
                .orElseThrow(() -> new NoSuchFileException(entry.path().value()));
    }

    private static Optional<TreeEntry> entry(TreePath path, FileStat stat) {
        return switch (stat.type()) {
            case FOLDER -> Optional.of(new TreeEntry(path, Kind.FOLDER, Optional.empty()));
            case LINK -> Optional.of(new TreeEntry(path, Kind.LINK, Optional.empty()));
            case FILE ->
                Optional.of(new TreeEntry(path, stat.isExecutable() ? Kind.EXECUTABLE : Kind.FILE, Optional.empty()));
            case OTHER -> Optional.empty();
        };
    }
}
