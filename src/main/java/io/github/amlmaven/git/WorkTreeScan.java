package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Compares a working copy with its index, folder by folder, on several threads; what the folders share is here. */
final class WorkTreeScan {
    private final Terms terms;
    private final Collection<TreePath> captured;
    private final Steps steps;
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<Untracked> hidden = new ConcurrentLinkedQueue<>();
    private final Queue<TreePath> ignored = new ConcurrentLinkedQueue<>();
    private final Queue<IndexEntry> submodules = new ConcurrentLinkedQueue<>();

    /**
     * What is compared, and how.
     *
     * @param disk the working copy
     * @param match what it has to agree with the index in
     * @param content compares what the index does not prove
     * @param spelling how names may be spelled
     * @param conflicts paths that are reported elsewhere
     */
    record Terms(
            DiskView disk, IndexMatch match, StagedContent content, Spelling spelling, Collection<String> conflicts) {}

    private WorkTreeScan(Executor threads, Terms terms, Collection<TreePath> captured) {
        this.terms = terms;
        this.captured = captured;
        this.steps = new Steps(threads);
    }

    /** Begins to compare everything. What is ignored by a list that only this clone has is noted, and not looked into. */
    static WorkTreeScan begin(Executor threads, Terms terms, IndexFolder tracked, IgnoreRules ignored) {
        WorkTreeScan scan = new WorkTreeScan(threads, terms, List.of());
        scan.submit(new FolderScan(scan, TreePath.ROOT, tracked, ignored, () -> Hiding.NONE));
        return scan;
    }

    /** Looks into what this scan has noted, as far as it may be captured. */
    List<Change> hidden(Executor threads, Collection<TreePath> mayBeCaptured) throws IOException {
        steps.join();
        if (mayBeCaptured.isEmpty() || hidden.isEmpty()) {
            return List.of();
        }
        WorkTreeScan scan = new WorkTreeScan(threads, terms, mayBeCaptured);
        scan.steps.submit(() -> {
            for (Untracked found : hidden) {
                scan.untracked(found);
            }
        });
        return scan.changes();
    }

    /** What differs, once everything was compared. */
    List<Change> changes() throws IOException {
        steps.join();
        return List.copyOf(changes);
    }

    /** What every clone ignores, once everything was compared; of a folder that is ignored nothing but the folder. */
    Collection<TreePath> ignored() throws IOException {
        steps.join();
        return List.copyOf(ignored);
    }

    /** The submodules whose folder is there, once everything was compared. */
    Collection<IndexEntry> submodules() throws IOException {
        steps.join();
        return List.copyOf(submodules);
    }

    void submit(FolderScan folder) {
        steps.submit(folder);
    }

    Terms terms() {
        return terms;
    }

    Path locate(TreePath path) throws NoSuchFileException {
        return terms.disk().paths().locate(path).orElseThrow(() -> new NoSuchFileException(path.value()));
    }

    void report(Change change) {
        changes.add(change);
    }

    void submodule(IndexEntry entry) {
        submodules.add(entry);
    }

    void untracked(Untracked found) throws IOException {
        Hiding hiding = found.hiding();
        if (hiding.by().isEmpty() || (hiding.isOnlyHere() && mayBeCaptured(found))) {
            if (found.isFolder() && Submodules.gitDirOf(locate(found.path())).isEmpty()) {
                submit(FolderScan.ofUntracked(this, found));
            } else {
                report(found.change());
            }
        } else if (hiding.isOnlyHere()) {
            hidden.add(found);
        } else {
            ignored.add(found.path());
        }
    }

    /** Whether it is captured, or something below it. */
    private boolean mayBeCaptured(Untracked found) {
        TreePath path = found.path();
        return captured.stream().anyMatch(root -> path.isIn(root) || (found.isFolder() && root.isIn(path)));
    }
}
