package io.github.amlmaven.git;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A working copy without what is not tracked and every clone ignores: what the next commit could hold. What a submodule ignores is its own
 * matter. Ignore lists are read only where something is that is not tracked.
 */
final class CommittableFolder implements FileTree {
    private final FileTree disk;
    private final DiskPaths paths;
    private final IndexFolder tracked;
    private final IgnoreRules clone;
    private final Map<TreePath, IgnoreRules> rules = new ConcurrentHashMap<>();

    CommittableFolder(FileTree disk, DiskPaths paths, IndexFolder tracked, IgnoreRules clone) {
        this.disk = disk;
        this.paths = paths;
        this.tracked = tracked;
        this.clone = clone;
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) throws IOException {
        Optional<TreeEntry> entry = disk.find(path);
        return entry.isPresent() && isIgnored(entry.get()) ? Optional.empty() : entry;
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        if (find(folder).isEmpty()) {
            return List.of();
        }
        List<TreeEntry> children = disk.children(folder);
        List<TreeEntry> left = new ArrayList<>(children.size());
        for (TreeEntry child : children) {
            if (!isIgnored(child)) {
                left.add(child);
            }
        }
        return List.copyOf(left);
    }

    private boolean isIgnored(TreeEntry entry) throws IOException {
        return !isTracked(entry.path().value()) && isHidden(entry);
    }

    /** Whether it is a tracked file, a folder with such a file, or in a submodule. */
    private boolean isTracked(String path) {
        IndexFolder at = tracked;
        for (int start = 0; start < path.length(); ) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            String name = path.substring(start, end);
            if (at.files().containsKey(name)) {
                return true;
            }
            IndexFolder below = at.folders().get(name);
            if (below == null) {
                return false;
            }
            at = below;
            start = end + 1;
        }
        return true;
    }

    /** Whether a list hides it, or a folder that it is in. */
    private boolean isHidden(TreeEntry entry) throws IOException {
        String path = entry.path().value();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (isHidden(TreePath.of(path.substring(0, slash)), true)) {
                return true;
            }
        }
        return isHidden(entry.path(), entry.kind() == TreeEntry.Kind.FOLDER);
    }

    private boolean isHidden(TreePath path, boolean isFolder) throws IOException {
        return rulesOf(path.parent()).hidesInEveryClone(path.value(), isFolder);
    }

    private IgnoreRules rulesOf(TreePath folder) throws IOException {
        IgnoreRules known = rules.get(folder);
        if (known != null) {
            return known;
        }
        IgnoreRules above = folder.isRoot() ? clone : rulesOf(folder.parent());
        Optional<Path> located = paths.locate(folder);
        TreePath list = folder.child(IgnoreRules.NAME);
        IgnoreRules read = located.isEmpty()
                ? above
                : above.in(
                        located.get(),
                        folder.isRoot() ? "" : folder.value() + "/",
                        tracked.file(list.value()).isPresent());
        rules.put(folder, read);
        return read;
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return disk.size(file);
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return disk.open(file);
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return disk.target(link);
    }
}
