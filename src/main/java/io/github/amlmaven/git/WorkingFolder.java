package io.github.amlmaven.git;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreeEntry.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The working copy as a tree of files, as it is on disk: edits, untracked and ignored files are all there. Git's own folders are not, nor
 * is what is neither file, link nor folder. A link is an entry of its own, and nothing is found through one.
 */
public final class WorkingFolder implements FileTree {
    private final DiskPaths paths;

    WorkingFolder(Path top) {
        this.paths = new DiskPaths(top);
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) throws IOException {
        Optional<Path> located = paths.locate(path);
        if (located.isEmpty() || isInGitFolder(path)) {
            return Optional.empty();
        }
        for (TreePath above = path; !above.isRoot(); ) {
            above = above.parent();
            if (!paths.locate(above)
                    .filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .isPresent()) {
                return Optional.empty();
            }
        }
        return entry(path, located.get());
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        Optional<TreeEntry> found = find(folder);
        List<TreeEntry> children = new ArrayList<>();
        if (found.isPresent() && found.get().kind() == Kind.FOLDER) {
            try (DirectoryStream<Path> names = Files.newDirectoryStream(onDisk(found.get()))) {
                for (Path child : names) {
                    TreePath path = folder.child(paths.nameOf(child));
                    if (!isGitFolder(path.name())) {
                        entry(path, child).ifPresent(children::add);
                    }
                }
            }
        }
        children.sort((a, b) -> a.path().compareTo(b.path()));
        return List.copyOf(children);
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

    private static Optional<TreeEntry> entry(TreePath path, Path located) throws IOException {
        FileStat stat;
        try {
            stat = FileStat.of(located);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return switch (stat.type()) {
            case FOLDER -> Optional.of(new TreeEntry(path, Kind.FOLDER, Optional.empty()));
            case LINK -> Optional.of(new TreeEntry(path, Kind.LINK, Optional.empty()));
            case FILE ->
                Optional.of(new TreeEntry(path, stat.isExecutable() ? Kind.EXECUTABLE : Kind.FILE, Optional.empty()));
            case OTHER -> Optional.empty();
        };
    }

    private static boolean isInGitFolder(TreePath path) {
        for (TreePath at = path; !at.isRoot(); at = at.parent()) {
            if (isGitFolder(at.name())) {
                return true;
            }
        }
        return false;
    }

    /** In any case, since some file systems do not tell the cases apart and git forbids them all. */
    static boolean isGitFolder(String name) {
        return name.equalsIgnoreCase(".git");
    }
}
