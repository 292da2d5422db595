package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One look at a working copy: what is there, and how it differs from its commit. The answer is that of {@code git status} where that says
 * "modified", and stricter where it can be told to look away: {@code assume-unchanged}, {@code skip-worktree}, {@code
 * status.showUntrackedFiles}, a submodule's {@code ignore}, and ignore lists that no other clone has. A difference that is only one of time
 * stamps or of line ends is none.
 *
 * <p>The look begins at once, on threads of its own, and each folder is listed once for whatever is asked. Who wants to know what has
 * changed since takes another.
 */
public final class WorkingTree {
    private final Checkout checkout;
    private final Executor threads;
    private final GitIndex index;
    private final Set<String> conflicts;
    private final IndexFolder tracked;
    private final DiskView disk;
    private final StagedContent content;
    private final IgnoreRules ignored;
    private final WorkTreeScan scan;

    private WorkingTree(Checkout checkout, Executor threads) throws UnusableRepositoryException, IOException {
        this.checkout = checkout;
        this.threads = threads;
        Layout layout = checkout.layout();
        GitConfig config = checkout.config();
        this.index = checkout.index().read();
        this.conflicts = index.entries().stream()
                .filter(entry -> entry.stage() > 0)
                .map(IndexEntry::path)
                .collect(Collectors.toUnmodifiableSet());
        this.tracked = IndexFolder.of(index.entries());
        DiskPaths paths = new DiskPaths(layout.workTree());
        this.disk = new DiskView(paths);
        AttributeRules attributes = new AttributeRules(layout, tracked, checkout.store(), checkout.attributeFiles());
        this.content = new StagedContent(checkout.store(), attributes, config, paths);
        this.ignored = IgnoreRules.ofClone(layout, config, checkout.ignoreFile());
        this.scan = WorkTreeScan.begin(
                threads,
                new WorkTreeScan.Terms(
                        disk, IndexMatch.of(index, config, paths), content, Spelling.of(config), conflicts),
                tracked,
                ignored);
    }

    static WorkingTree lookAt(Checkout checkout, Executor threads) throws UnusableRepositoryException, IOException {
        return new WorkingTree(checkout, threads);
    }

    /**
     * What could be committed: the working copy with its edits and untracked files, without what every clone ignores.
     *
     * @return a tree
     */
    public FileTree files() {
        return new CommittableFolder(disk(), tracked, new IgnoredPaths(disk.paths(), tracked, ignored));
    }

    /**
     * The working copy as it is on disk: edits, untracked and ignored files are all there.
     *
     * @return a tree
     */
    public FileTree disk() {
        return new WorkingFolder(disk);
    }

    /**
     * What is not tracked and every clone ignores, in the order of the paths. Of a folder that is ignored as a whole it is the folder alone,
     * which nobody has looked into.
     *
     * @return paths that no commit has
     * @throws IOException when something cannot be read
     */
    public List<TreePath> ignored() throws IOException {
        return scan.ignored().stream().sorted().toList();
    }

    /**
     * What is staged for a file.
     *
     * @param path where the file is
     * @return the id of its blob, 40 lower-case hex digits; nothing when it is not tracked, or in a submodule
     */
    public Optional<String> staged(TreePath path) {
        return tracked.file(path.value()).map(entry -> entry.id().name());
    }

    /**
     * Whether git would see a file, were it written: it is tracked, or no list ignores it.
     *
     * @param path where the file is, or would be
     * @return false when the working copy is as clean with it as without it
     * @throws IOException when a list cannot be read
     */
    public boolean sees(TreePath path) throws IOException {
        return staged(path).isPresent() || !new IgnoredPaths(disk.paths(), tracked, ignored).here(path, false);
    }

    /**
     * How the whole working copy, with its submodules, differs from the index and the commit.
     *
     * @param captured files and folders in which an untracked file must not be hidden by a list that only this clone has, and a tracked one
     *     must not go through a filter command; none for a first look
     * @return the differences
     * @throws UnusableRepositoryException when a submodule cannot be understood
     * @throws IOException when something cannot be read
     */
    public Status status(Collection<TreePath> captured) throws UnusableRepositoryException, IOException {
        List<Change> changes = new ArrayList<>();
        conflicts.forEach(path -> changes.add(new Change(TreePath.of(path), Kind.CONFLICT, "")));
        new StagedChanges(checkout.store(), checkout.tree(), conflicts, changes::add)
                .compareWith(tracked, index.trees());
        changes.addAll(scan.changes());
        changes.addAll(scan.hidden(threads, captured));
        for (IndexEntry submodule : scan.submodules()) {
            changes.addAll(inSubmodule(submodule, captured));
        }
        addFiltered(index, content, captured, changes);
        Path gitDir = checkout.layout().gitDir();
        return new Status(changes.stream().distinct().sorted().toList(), Operation.in(gitDir));
    }

    private static void addFiltered(
            GitIndex index, StagedContent content, Collection<TreePath> captured, List<Change> changes)
            throws IOException {
        if (captured.isEmpty() || !content.hasFilters()) {
            return;
        }
        Set<TreePath> roots = Set.copyOf(captured);
        for (IndexEntry entry : index.entries()) {
            TreePath path = TreePath.of(entry.path());
            boolean isFile = entry.stage() == 0 && entry.type() == IndexEntry.REGULAR;
            if (isFile && isInOne(path, roots) && content.isFiltered(entry.path())) {
                changes.add(new Change(path, Kind.FILTERED, ""));
            }
        }
    }

    /** There may be as many as there are files. */
    private static boolean isInOne(TreePath path, Set<TreePath> roots) {
        TreePath at = path;
        while (!at.isRoot() && !roots.contains(at)) {
            at = at.parent();
        }
        return roots.contains(at);
    }

    /** A submodule that is not checked out is as clean as one can be. */
    private List<Change> inSubmodule(IndexEntry submodule, Collection<TreePath> captured)
            throws UnusableRepositoryException, IOException {
        TreePath top = TreePath.of(submodule.path());
        Path folder = scan.locate(top);
        Optional<Path> gitDir = Submodules.gitDirOf(folder);
        if (gitDir.isEmpty()) {
            return List.of();
        }
        Layout inner = Layout.of(gitDir.get(), folder);
        ConfigReader reader = new ConfigReader(checkout.environment(), inner.gitDir());
        GitConfig own = reader.only(inner.commonDir().resolve("config"));
        RepositoryFormat.check(inner.gitDir(), own);
        List<Change> changes = new ArrayList<>();
        try (ObjectStore store =
                ObjectStore.open(inner.gitDir(), inner.commonDir(), Optional.of(inner.workTree()), own)) {
            Optional<ObjectId> head = Optional.ofNullable(store.repository().resolve(Constants.HEAD));
            String recorded = submodule.id().name();
            if (head.isEmpty() || !head.get().name().equals(recorded)) {
                String actual = head.map(ObjectId::name).orElse("none");
                changes.add(new Change(
                        top, Kind.SUBMODULE_COMMIT, "recorded is " + recorded + ", checked out is " + actual));
            }
            if (head.isPresent()) {
                Checkout within = new Checkout(
                        inner,
                        new IndexFile(inner.index()),
                        reader.whole(inner),
                        checkout.environment(),
                        store,
                        CommitFolder.treeOf(store, head.get()));
                Status status = lookAt(within, threads).status(inside(top, captured));
                status.changes()
                        .forEach(change -> changes.add(new Change(
                                TreePath.of(top.value() + "/" + change.path().value()),
                                change.kind(),
                                change.detail())));
            }
        }
        return changes;
    }

    /** What is captured, as seen from a submodule. */
    private static Collection<TreePath> inside(TreePath top, Collection<TreePath> captured) {
        return captured.stream()
                .filter(path -> path.isIn(top) || top.isIn(path))
                .map(path -> path.isIn(top) ? TreePath.of(path.relativeTo(top)) : TreePath.ROOT)
                .collect(Collectors.toUnmodifiableSet());
    }
}
