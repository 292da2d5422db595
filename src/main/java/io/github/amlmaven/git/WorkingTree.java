package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A working copy, and how it differs from its commit. The answer is that of {@code git status} where that says "modified", and stricter where
 * it can be told to look away: {@code assume-unchanged}, {@code skip-worktree}, {@code status.showUntrackedFiles}, a submodule's
 * {@code ignore}, and ignore lists that no other clone has. A difference that is only one of time stamps or of line ends is none.
 */
public final class WorkingTree {
    private final Layout layout;
    private final GitConfig config;
    private final Map<String, String> environment;
    private final ObjectStore store;
    private final ObjectId tree;

    WorkingTree(Layout layout, GitConfig config, Map<String, String> environment, ObjectStore store, ObjectId tree) {
        this.layout = layout;
        this.config = config;
        this.environment = environment;
        this.store = store;
        this.tree = tree;
    }

    /**
     * Compares the whole working copy, with its submodules, with the index and the commit. It looks anew at every call.
     *
     * @param captured files and folders in which an untracked file must not be hidden by a list that only this clone has, and a tracked one
     *     must not go through a filter command; none for a first look
     * @return the differences
     * @throws UnusableRepositoryException when the index or a submodule cannot be understood
     * @throws IOException when something cannot be read
     */
    public Status status(Collection<TreePath> captured) throws UnusableRepositoryException, IOException {
        GitIndex index = GitIndex.read(layout.index());
        List<Change> changes = new ArrayList<>();
        Set<String> conflicts = index.entries().stream()
                .filter(entry -> entry.stage() > 0)
                .map(IndexEntry::path)
                .collect(Collectors.toUnmodifiableSet());
        conflicts.forEach(path -> changes.add(new Change(TreePath.of(path), Kind.CONFLICT, "")));
        IndexFolder tracked = IndexFolder.of(index.entries());
        new StagedChanges(store, tree, conflicts, changes::add).compareWith(tracked, index.trees());
        DiskPaths paths = new DiskPaths(layout.workTree());
        AttributeRules attributes = new AttributeRules(layout, tracked, store, attributeFiles());
        StagedContent content = new StagedContent(store, attributes, config, paths);
        ExecutorService threads = new ForkJoinPool();
        try {
            WorkTreeScan scan = new WorkTreeScan(threads, paths, config, index.written(), content, conflicts, captured);
            changes.addAll(scan.run(new FolderScan(
                    scan,
                    layout.workTree(),
                    "",
                    tracked,
                    IgnoreRules.ofClone(layout, config, ConfigFiles.user(environment, "ignore")),
                    Hiding.NONE)));
            for (WorkTreeScan.CheckedOut submodule : scan.submodules()) {
                changes.addAll(inSubmodule(submodule, captured));
            }
        } finally {
            threads.shutdownNow();
        }
        addFiltered(index, content, captured, changes);
        return new Status(changes.stream().distinct().sorted().toList(), Operation.in(layout.gitDir()));
    }

    private List<Path> attributeFiles() {
        Optional<Path> users = config.text("core.attributesfile").isPresent()
                ? config.path("core.attributesfile")
                : ConfigFiles.user(environment, "attributes");
        boolean system = !GitConfig.isTrue(environment.getOrDefault("GIT_ATTR_NOSYSTEM", "false"));
        Optional<Path> systems = system ? ConfigFiles.system(environment, "gitattributes") : Optional.empty();
        return Stream.of(users, systems).flatMap(Optional::stream).toList();
    }

    private static void addFiltered(
            GitIndex index, StagedContent content, Collection<TreePath> captured, List<Change> changes)
            throws IOException {
        if (captured.isEmpty() || !content.hasFilters()) {
            return;
        }
        for (IndexEntry entry : index.entries()) {
            TreePath path = TreePath.of(entry.path());
            boolean isFile = entry.stage() == 0 && entry.type() == IndexEntry.REGULAR;
            if (isFile && captured.stream().anyMatch(path::isIn) && content.isFiltered(entry.path())) {
                changes.add(new Change(path, Kind.FILTERED, ""));
            }
        }
    }

    /** A submodule that is not checked out is as clean as one can be. */
    private List<Change> inSubmodule(WorkTreeScan.CheckedOut submodule, Collection<TreePath> captured)
            throws UnusableRepositoryException, IOException {
        Optional<Path> gitDir = Submodules.gitDirOf(submodule.folder());
        if (gitDir.isEmpty()) {
            return List.of();
        }
        TreePath top = TreePath.of(submodule.entry().path());
        Layout inner = Layout.of(gitDir.get(), submodule.folder());
        ConfigReader reader = new ConfigReader(environment, inner.gitDir());
        GitConfig own = reader.only(inner.commonDir().resolve("config"));
        RepositoryFormat.check(inner.gitDir(), own);
        List<Change> changes = new ArrayList<>();
        try (ObjectStore innerStore =
                ObjectStore.open(inner.gitDir(), inner.commonDir(), Optional.of(inner.workTree()), own)) {
            Optional<ObjectId> head =
                    Optional.ofNullable(innerStore.repository().resolve(Constants.HEAD));
            String recorded = submodule.entry().id().name();
            if (head.isEmpty() || !head.get().name().equals(recorded)) {
                String actual = head.map(ObjectId::name).orElse("none");
                changes.add(new Change(
                        top, Kind.SUBMODULE_COMMIT, "recorded is " + recorded + ", checked out is " + actual));
            }
            if (head.isPresent()) {
                ObjectId innerTree = CommitFolder.treeOf(innerStore, head.get());
                Status status = new WorkingTree(inner, reader.whole(inner), environment, innerStore, innerTree)
                        .status(inside(top, captured));
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
