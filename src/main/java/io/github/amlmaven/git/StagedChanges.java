package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;

/** Compares what is staged with a tree. A folder whose tree git knows to be the same is not looked into. */
final class StagedChanges {
    private final ObjectStore store;
    private final ObjectId tree;
    private final Set<String> conflicts;
    private final Consumer<Change> found;

    /**
     * A comparison.
     *
     * @param store where trees are
     * @param tree what is committed
     * @param conflicts paths that are reported elsewhere
     * @param found takes every difference
     */
    StagedChanges(ObjectStore store, ObjectId tree, Set<String> conflicts, Consumer<Change> found) {
        this.store = store;
        this.tree = tree;
        this.conflicts = conflicts;
        this.found = found;
    }

    void compareWith(IndexFolder staged, CachedTree known) throws IOException {
        compare(TreePath.ROOT, tree, staged, known);
    }

    private void compare(TreePath path, ObjectId committedTree, IndexFolder staged, CachedTree known)
            throws IOException {
        if (known.id().filter(committedTree::equals).isPresent()) {
            return;
        }
        Map<String, CommitFolder.Child> committed = CommitFolder.read(store, TreePath.ROOT, tree, path, committedTree)
                .children();
        for (Map.Entry<String, CommitFolder.Child> entry : committed.entrySet()) {
            String name = entry.getKey();
            CommitFolder.Child child = entry.getValue();
            if (isFolder(child)) {
                compare(
                        child.entry().path(),
                        child.id(),
                        staged.folders().getOrDefault(name, IndexFolder.NOTHING),
                        known.folders().getOrDefault(name, CachedTree.NONE));
            } else {
                compareFile(child, Optional.ofNullable(staged.files().get(name)));
            }
        }
        staged.files().forEach((name, entry) -> {
            CommitFolder.Child before = committed.get(name);
            if (before == null || isFolder(before)) {
                added(entry);
            }
        });
        staged.folders().forEach((name, folder) -> {
            CommitFolder.Child before = committed.get(name);
            if (before == null || !isFolder(before)) {
                allAdded(folder);
            }
        });
    }

    private static boolean isFolder(CommitFolder.Child child) {
        return child.entry().kind() == TreeEntry.Kind.FOLDER && !child.isSubmodule();
    }

    private void compareFile(CommitFolder.Child committed, Optional<IndexEntry> staged) {
        TreePath path = committed.entry().path();
        if (staged.isPresent()) {
            IndexEntry entry = staged.get();
            if (entry.isIntended()) {
                added(entry);
            } else if (!entry.id().equals(committed.id()) || !kindOf(entry).equals(kindOf(committed))) {
                found.accept(new Change(path, Kind.STAGED_MODIFIED, ""));
            }
        } else if (!conflicts.contains(path.value())) {
            found.accept(new Change(path, Kind.STAGED_DELETED, ""));
        }
    }

    private static Optional<TreeEntry.Kind> kindOf(CommitFolder.Child committed) {
        return committed.isSubmodule()
                ? Optional.empty()
                : Optional.of(committed.entry().kind());
    }

    private static Optional<TreeEntry.Kind> kindOf(IndexEntry entry) {
        return switch (entry.type()) {
            case IndexEntry.SUBMODULE -> Optional.empty();
            case IndexEntry.LINK -> Optional.of(TreeEntry.Kind.LINK);
            default -> Optional.of(entry.isExecutable() ? TreeEntry.Kind.EXECUTABLE : TreeEntry.Kind.FILE);
        };
    }

    private void allAdded(IndexFolder folder) {
        folder.files().values().forEach(this::added);
        folder.folders().values().forEach(this::allAdded);
    }

    private void added(IndexEntry entry) {
        found.accept(
                new Change(TreePath.of(entry.path()), entry.isIntended() ? Kind.INTENT_TO_ADD : Kind.STAGED_ADDED, ""));
    }
}
