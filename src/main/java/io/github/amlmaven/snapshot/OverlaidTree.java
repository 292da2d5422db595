package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tree with other files on top of it, and without some of its own. */
final class OverlaidTree implements FileTree {
    private final FileTree top;
    private final FileTree bottom;
    private final Set<TreePath> without;

    /**
     * Lays one over the other.
     *
     * @param top what counts where both have something
     * @param bottom what shows where the other has nothing
     * @param without files of the lower one that do not show; may be added to
     */
    OverlaidTree(FileTree top, FileTree bottom, Set<TreePath> without) {
        this.top = top;
        this.bottom = bottom;
        this.without = without;
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) throws IOException {
        Optional<TreeEntry> found = top.find(path);
        if (found.isPresent() || without.contains(path)) {
            return found;
        }
        for (TreePath above = path.parent(); !above.isRoot(); above = above.parent()) {
            if (top.find(above)
                    .filter(entry -> entry.kind() != TreeEntry.Kind.FOLDER)
                    .isPresent()) {
                return Optional.empty();
            }
        }
        return bottom.find(path);
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        if (find(folder).filter(entry -> entry.kind() == TreeEntry.Kind.FOLDER).isEmpty()) {
            return List.of();
        }
        SortedMap<TreePath, TreeEntry> children = new TreeMap<>();
        for (TreeEntry child : bottom.children(folder)) {
            if (!without.contains(child.path())) {
                children.put(child.path(), child);
            }
        }
        top.children(folder).forEach(child -> children.put(child.path(), child));
        return List.copyOf(children.values());
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return holder(file).size(file);
    }

    @Override
    public InputStream open(TreeEntry file) throws IOException {
        return holder(file).open(file);
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return holder(link).target(link);
    }

    private FileTree holder(TreeEntry entry) throws IOException {
        return top.find(entry.path()).isPresent() ? top : bottom;
    }
}
