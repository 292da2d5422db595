package io.github.amlmaven.git;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A working copy without what is not tracked and every clone ignores: what the next commit could hold. What a submodule ignores is its own
 * matter. Ignore lists are read only where something is that is not tracked.
 */
final class CommittableFolder implements FileTree {
    private final FileTree disk;
    private final IndexFolder tracked;
    private final IgnoredPaths ignored;

    CommittableFolder(FileTree disk, IndexFolder tracked, IgnoredPaths ignored) {
        this.disk = disk;
        this.tracked = tracked;
        this.ignored = ignored;
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
        IndexFolder here = tracked.folder(folder.value()).orElse(IndexFolder.NOTHING);
        List<TreeEntry> left = new ArrayList<>();
        for (TreeEntry child : disk.children(folder)) {
            if (here.has(child.path().name()) || !isIgnored(child)) {
                left.add(child);
            }
        }
        return List.copyOf(left);
    }

    private boolean isIgnored(TreeEntry entry) throws IOException {
        return !isTracked(entry.path().value())
                && ignored.inEveryClone(entry.path(), entry.kind() == TreeEntry.Kind.FOLDER);
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
