package io.github.amlmaven.git;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreeEntry.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * A commit as a tree of files. Its bytes come from git objects and depend on nothing else; the working copy is looked at only for a file of
 * Git LFS that is not in the store of LFS, and then only a file with the very SHA-256 that the commit records is taken.
 *
 * <p>A submodule is a folder here: the tree of the commit that is recorded for it, read from its own repository. A file that Git LFS keeps is
 * itself, not its pointer. A name that is not UTF-8 has a lone surrogate U+DC80 to U+DCFF for each byte that is not.
 */
public final class Commit implements FileTree {
    private static final int LONGEST_TARGET = 1 << 16;

    private final ObjectStore store;
    private final Submodules submodules;
    private final LfsContent lfs;
    private final ObjectId id;
    private final ObjectId tree;
    private final Instant committedAt;
    private final Map<TreePath, CommitFolder> folders = new ConcurrentHashMap<>();

    Commit(ObjectStore store, Submodules submodules, GitConfig config, ObjectId id) throws IOException {
        RevCommit parsed = store.commit(id);
        this.store = store;
        this.submodules = submodules;
        this.lfs = new LfsContent(config);
        this.id = id;
        this.tree = parsed.getTree().getId();
        this.committedAt = Instant.ofEpochSecond(parsed.getCommitTime());
    }

    /**
     * Which commit this is.
     *
     * @return its object id, 40 lower-case hex digits
     */
    public String id() {
        return id.name();
    }

    /**
     * Which tree it records.
     *
     * @return its object id, 40 lower-case hex digits
     */
    public String tree() {
        return tree.name();
    }

    /**
     * When it was committed.
     *
     * @return the committer's time, in whole seconds
     */
    public Instant committedAt() {
        return committedAt;
    }

    /**
     * The submodules that it records, nested ones too, as far as their repositories are there.
     *
     * @return the commit that is recorded, by the path of the submodule
     * @throws IOException when an object cannot be read
     */
    public NavigableMap<TreePath, String> submodules() throws IOException {
        NavigableMap<TreePath, String> found = new TreeMap<>();
        collectSubmodules(TreePath.ROOT, found);
        return found;
    }

    private void collectSubmodules(TreePath path, Map<TreePath, String> found) throws IOException {
        Optional<CommitFolder> folder = folder(path);
        if (folder.isEmpty()) {
            return;
        }
        for (CommitFolder.Child child : folder.get().children().values()) {
            TreePath below = child.entry().path();
            if (child.isSubmodule()) {
                found.put(below, child.id().name());
                if (repository(folder.get(), below, child.id()).isPresent()) {
                    collectSubmodules(below, found);
                }
            } else if (child.entry().kind() == Kind.FOLDER) {
                collectSubmodules(below, found);
            }
        }
    }

    /**
     * The submodules that it records and that nothing can be read from, because their repository is not here or lacks the commit.
     *
     * @return their paths, in their order
     * @throws IOException when an object cannot be read
     */
    public List<TreePath> absentSubmodules() throws IOException {
        List<TreePath> absent = new ArrayList<>();
        for (Map.Entry<TreePath, String> submodule : submodules().entrySet()) {
            Optional<CommitFolder> parent = folder(submodule.getKey().parent());
            ObjectId recorded = ObjectId.fromString(submodule.getValue());
            if (parent.isEmpty()
                    || repository(parent.get(), submodule.getKey(), recorded).isEmpty()) {
                absent.add(submodule.getKey());
            }
        }
        return absent;
    }

    /**
     * The pointer that git holds for a file.
     *
     * @param file a file of this tree
     * @return the pointer when Git LFS keeps the file
     * @throws IOException when an object cannot be read
     */
    public Optional<LfsPointer> lfsPointer(TreeEntry file) throws IOException {
        if (!file.isFile()) {
            return Optional.empty();
        }
        return lfs.pointer(holder(file).store(), blob(file));
    }

    /**
     * Looks for the content of every file that Git LFS keeps, without reading it.
     *
     * @param files files of this tree; others among them are passed over
     * @throws LfsObjectMissingException when some were not fetched; it names all of them
     * @throws IOException when an object cannot be read
     */
    public void requireFetched(Collection<TreeEntry> files) throws IOException {
        Map<TreePath, LfsPointer> missing = new TreeMap<>();
        for (TreeEntry file : files) {
            Optional<LfsPointer> pointer = lfsPointer(file);
            if (pointer.isPresent()
                    && lfs.find(holder(file), file.path(), pointer.get()).isEmpty()) {
                missing.put(file.path(), pointer.get());
            }
        }
        if (!missing.isEmpty()) {
            throw new LfsObjectMissingException(missing);
        }
    }

    @Override
    public Optional<TreeEntry> find(TreePath path) throws IOException {
        if (path.isRoot()) {
            return Optional.of(new TreeEntry(TreePath.ROOT, Kind.FOLDER, Optional.of(tree())));
        }
        return folder(path.parent())
                .map(folder -> folder.children().get(path.name()))
                .map(CommitFolder.Child::entry);
    }

    @Override
    public List<TreeEntry> children(TreePath folder) throws IOException {
        return folder(folder).map(CommitFolder::entries).orElse(List.of());
    }

    @Override
    public long size(TreeEntry file) throws IOException {
        return facts(file).size();
    }

    @Override
    public boolean isPointer(TreeEntry file) throws IOException {
        return facts(file).isPointer();
    }

    @Override
    public Facts facts(TreeEntry file) throws IOException {
        ObjectStore holder = holder(file).store();
        ObjectId blob = blob(file);
        long size = holder.size(blob);
        Optional<LfsPointer> pointer = size > LfsPointer.LONGEST ? Optional.empty() : lfs.pointer(holder, blob);
        return new Facts(pointer.map(LfsPointer::size).orElse(size), pointer.isPresent());
    }

    /**
     * The bytes of a file.
     *
     * @throws LfsObjectMissingException when Git LFS keeps the file and it was not fetched
     * @throws ObjectMissingException when the clone does not have the object
     */
    @Override
    public InputStream open(TreeEntry file) throws IOException {
        CommitFolder holder = holder(file);
        return lfs.open(holder, file.path(), blob(file));
    }

    @Override
    public String target(TreeEntry link) throws IOException {
        return PathText.decode(holder(link)
                .store()
                .blob(blob(link), LONGEST_TARGET)
                .orElseThrow(() -> new IOException("The link " + link.path() + " is longer than a path can be.")));
    }

    private static ObjectId blob(TreeEntry file) {
        return ObjectId.fromString(file.object()
                .filter(id -> file.kind() != Kind.FOLDER)
                .orElseThrow(() -> new IllegalArgumentException(file.path() + " is no file of a commit")));
    }

    private CommitFolder holder(TreeEntry entry) throws IOException {
        return folder(entry.path().parent())
                .orElseThrow(() -> new IllegalArgumentException(entry.path() + " is not in commit " + id.name()));
    }

    /** Asked for every file many times; the rest is asked for each folder once. */
    private Optional<CommitFolder> folder(TreePath path) throws IOException {
        CommitFolder known = folders.get(path);
        return known == null ? read(path) : Optional.of(known);
    }

    /** Goes up to the nearest folder that is known, then down again as far as there are folders. */
    private Optional<CommitFolder> read(TreePath path) throws IOException {
        Deque<TreePath> unknown = new ArrayDeque<>();
        TreePath at = path;
        while (!at.isRoot() && !folders.containsKey(at)) {
            unknown.push(at);
            at = at.parent();
        }
        Optional<CommitFolder> found = Optional.ofNullable(folders.get(at));
        if (found.isEmpty()) {
            found = keep(
                    TreePath.ROOT, Optional.of(CommitFolder.read(store, TreePath.ROOT, tree, TreePath.ROOT, tree)));
        }
        while (found.isPresent() && !unknown.isEmpty()) {
            TreePath next = unknown.pop();
            found = keep(next, below(found.get(), next));
        }
        return found;
    }

    private Optional<CommitFolder> keep(TreePath path, Optional<CommitFolder> folder) {
        folder.ifPresent(read -> folders.put(path, read));
        return folder;
    }

    private Optional<CommitFolder> below(CommitFolder above, TreePath path) throws IOException {
        CommitFolder.Child child = above.children().get(path.name());
        if (child == null || child.entry().kind() != Kind.FOLDER) {
            return Optional.empty();
        }
        return Optional.of(
                child.isSubmodule()
                        ? enter(above, path, child.id())
                        : CommitFolder.read(above.store(), above.top(), above.topTree(), path, child.id()));
    }

    private CommitFolder enter(CommitFolder parent, TreePath path, ObjectId commit) throws IOException {
        ObjectStore found = repository(parent, path, commit)
                .orElseThrow(() -> new ObjectMissingException("The submodule " + path + " is not here with its commit "
                        + commit.name() + ". Run `git submodule update --init " + path + "`."));
        ObjectId top = CommitFolder.treeOf(found, commit);
        return CommitFolder.read(found, path, top, path, top);
    }

    private Optional<ObjectStore> repository(CommitFolder parent, TreePath path, ObjectId commit) throws IOException {
        Optional<CommitFolder.Child> list = folder(parent.top())
                .map(top -> top.children().get(".gitmodules"))
                .filter(child -> child.entry().isFile());
        Optional<byte[]> gitmodules =
                list.isPresent() ? parent.store().blob(list.get().id(), Submodules.LONGEST_LIST) : Optional.empty();
        TreePath inside = TreePath.of(path.relativeTo(parent.top()));
        return submodules.find(parent.store(), inside, Submodules.names(gitmodules), commit);
    }
}
