package io.github.amlmaven.tree;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder on disk, as it is. */
public final class DiskTree implements FileTree {
    private final Path root;

    public DiskTree(Path root) {
        this.root = root;
    }

    /** Every file below the root. */
    public List<TreePath> files() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> TreePath.of(root.relativize(file).toString()))
                    .sorted()
                    .toList();
        }
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) {
        Path file = at(path);
        if (Files.isSymbolicLink(file)) {
            return Optional.of(new TreeEntry(path, TreeEntry.Kind.LINK, Optional.empty()));
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty()));
        }
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(new TreeEntry(path, TreeEntry.Kind.FILE, Optional.empty()))
                : Optional.empty();
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        if (!Files.isDirectory(at(folder), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(at(folder))) {
            return children.map(child -> folder.child(child.getFileName().toString()))
                    .sorted()
                    .flatMap(child -> find(child).stream())
                    .toList();
        }
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return Files.size(at(file.path()));
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return Files.newInputStream(at(file.path()));
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return Files.readSymbolicLink(at(link.path())).toString();
    }

    private Path at(TreePath path) {
        return root.resolve(path.value());
    }
}
