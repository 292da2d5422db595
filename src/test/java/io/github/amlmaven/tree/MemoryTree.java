package io.github.amlmaven.tree;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A tree that a test writes down. */
public final class MemoryTree implements FileTree {
    private final TreeMap<TreePath, TreeEntry> entries = new TreeMap<>();
    private final TreeMap<TreePath, byte[]> contents = new TreeMap<>();
    private final TreeMap<TreePath, String> targets = new TreeMap<>();

    public MemoryTree file(String path, String content) {
        return add(path, TreeEntry.Kind.FILE, content);
    }

    public MemoryTree file(String path, byte[] content) {
        file(path, "");
        contents.put(TreePath.of(path), content);
        return this;
    }

    public MemoryTree executable(String path, String content) {
        return add(path, TreeEntry.Kind.EXECUTABLE, content);
    }

    public MemoryTree link(String path, String target) {
        targets.put(TreePath.of(path), target);
        return add(path, TreeEntry.Kind.LINK, target);
    }

    private MemoryTree add(String path, TreeEntry.Kind kind, String content) {
        TreePath at = TreePath.of(path);
        entries.put(at, new TreeEntry(at, kind, Optional.empty()));
        contents.put(at, content.getBytes(StandardCharsets.UTF_8));
        for (TreePath folder = at.parent(); !folder.isRoot(); folder = folder.parent()) {
            entries.put(folder, new TreeEntry(folder, TreeEntry.Kind.FOLDER, Optional.empty()));
        }
        return this;
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) {
        if (path.isRoot()) {
            return Optional.of(new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty()));
        }
        return Optional.ofNullable(entries.get(path));
    }

    @Override
    public List<TreeEntry> children(TreePath folder) {
        return entries.values().stream()
                .filter(entry ->
                        entry.path().parent().equals(folder) && !entry.path().isRoot())
                .toList();
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return content(file).length;
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return new ByteArrayInputStream(content(file));
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return Optional.ofNullable(targets.get(link.path()))
                .orElseThrow(() -> new FileNotFoundException(link.path().value()));
    }

    private byte[] content(TreeEntry entry) throws IOException {
        return Optional.ofNullable(contents.get(entry.path()))
                .orElseThrow(() -> new FileNotFoundException(entry.path().value()));
    }
}
