package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Compares a working copy with its index, folder by folder, on several threads; what the folders share is here. */
final class WorkTreeScan {
    private final Executor threads;
    private final DiskPaths paths;
    private final Instant written;
    private final StagedContent content;
    private final Set<String> conflicts;
    private final Collection<TreePath> captured;
    private final UnaryOperator<String> spelling;
    private final boolean hasSpellings;
    private final boolean hasModes;
    private final boolean hasLinks;
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Queue<CheckedOut> submodules = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    /** A submodule whose folder is there. */
    record CheckedOut(IndexEntry entry, Path folder) {}

    /** A part of the work. */
    interface Step {
        /** Does it. */
        void run() throws IOException;
    }

    WorkTreeScan(
            Executor threads,
            DiskPaths paths,
            GitConfig config,
            Instant written,
            StagedContent content,
            Set<String> conflicts,
            Collection<TreePath> captured) {
        this.threads = threads;
        this.paths = paths;
        this.written = written;
        this.content = content;
        this.conflicts = conflicts;
        this.captured = captured;
        this.hasSpellings = config.flag("core.ignorecase", false) || config.flag("core.precomposeunicode", false);
        this.spelling = spelling(config);
        this.hasModes = paths.haveModes() && config.flag("core.filemode", true);
        this.hasLinks = config.flag("core.symlinks", true);
    }

    private static UnaryOperator<String> spelling(GitConfig config) {
        boolean anyCase = config.flag("core.ignorecase", false);
        boolean anyForm = config.flag("core.precomposeunicode", false);
        return name -> {
            String composed = anyForm ? Normalizer.normalize(name, Normalizer.Form.NFC) : name;
            return anyCase ? composed.toLowerCase(Locale.ROOT) : composed;
        };
    }

    /** Does the first step and all that it submits, and gives what was reported. */
    List<Change> run(Step first) throws IOException {
        submit(first);
        try {
            done.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw e;
        }
        return List.copyOf(changes);
    }

    void submit(Step step) {
        pending.incrementAndGet();
        threads.execute(() -> {
            try {
                if (!done.isDone()) {
                    step.run();
                }
                if (pending.decrementAndGet() == 0) {
                    done.complete(null);
                }
            } catch (Throwable e) { // whatever it is, nobody must wait for a step that died
                done.completeExceptionally(e);
            }
        });
    }

    DiskPaths paths() {
        return paths;
    }

    StagedContent content() {
        return content;
    }

    boolean isConflict(String path) {
        return conflicts.contains(path);
    }

    /** Whether something at a path, or below it when it is a folder, is captured. */
    boolean mayBeCaptured(String path, boolean isFolder) {
        TreePath at = TreePath.of(path);
        return captured.stream().anyMatch(root -> at.isIn(root) || (isFolder && root.isIn(at)));
    }

    boolean isProven(IndexEntry entry, FileStat stat) {
        return entry.isProvenBy(stat, written);
    }

    /** Where a file system has no links, git writes a link as a file that holds its target. */
    boolean isRightType(IndexEntry entry, FileStat stat) {
        return switch (entry.type()) {
            case IndexEntry.REGULAR -> stat.type() == FileStat.Type.FILE;
            case IndexEntry.LINK ->
                stat.type() == FileStat.Type.LINK || (!hasLinks && stat.type() == FileStat.Type.FILE);
            default -> false;
        };
    }

    boolean isOtherMode(IndexEntry entry, FileStat stat) {
        return hasModes && entry.type() == IndexEntry.REGULAR && entry.isExecutable() != stat.isExecutable();
    }

    /** A name as this file system may spell it: some do not tell cases or Unicode forms apart. */
    String spell(String name) {
        return spelling.apply(name);
    }

    boolean hasSpellings() {
        return hasSpellings;
    }

    void report(Change change) {
        changes.add(change);
    }

    void submodule(IndexEntry entry, Path folder) {
        submodules.add(new CheckedOut(entry, folder));
    }

    Collection<CheckedOut> submodules() {
        return List.copyOf(submodules);
    }
}
