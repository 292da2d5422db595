package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files that a manifest lists, as a tree. */
final class SourceTree implements FileTree {
    private final Map<TreePath, Manifest.FileEntry> files = new HashMap<>();
    private final Map<TreePath, SortedMap<TreePath, TreeEntry>> folders = new HashMap<>();
    private final Opener opener;

    /** Finds the bytes of a file. */
    @FunctionalInterface
    interface Opener {
        InputStream open(TreeEntry file) throws IOException;
    }

    SourceTree(List<Manifest.FileEntry> files, Opener opener) {
        this.opener = opener;
        for (Manifest.FileEntry file : files) {
            this.files.put(file.path(), file);
            add(new TreeEntry(file.path(), file.mode(), Optional.of(file.blob())));
        }
    }

    private void add(TreeEntry entry) {
        TreePath folder = entry.path().parent();
        boolean known = folders.containsKey(folder);
        folders.computeIfAbsent(folder, path -> new TreeMap<>()).put(entry.path(), entry);
        if (!known && !folder.isRoot()) {
            add(new TreeEntry(folder, TreeEntry.Kind.FOLDER, Optional.empty()));
        }
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) {
        if (path.isRoot()) {
            return Optional.of(new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty()));
        }
        return Optional.ofNullable(folders.get(path.parent())).map(entries -> entries.get(path));
    }

    @Override
    public List<TreeEntry> children(TreePath folder) {
        return Optional.ofNullable(folders.get(folder))
                .map(entries -> List.copyOf(entries.values()))
                .orElse(List.of());
    }

    @Override
    public long size(TreeEntry file) {
        return entry(file).size();
    }

    @Override
    public boolean isPointer(TreeEntry file) {
        return entry(file).lfs();
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return opener.open(file);
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        try (InputStream in = opener.open(link)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Manifest.FileEntry entry(TreeEntry file) {
        return Optional.ofNullable(files.get(file.path()))
                .orElseThrow(() -> new NoSuchElementException(file.path().value()));
    }
}
