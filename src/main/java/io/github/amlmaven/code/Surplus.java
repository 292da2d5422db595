package io.github.amlmaven.code;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What the Azure ML client would upload with some code, of what is on a disk and is not to be captured. It counts no further than it takes to
 * see that there is much. A link counts as one file, wherever it leads.
 *
 * @param paths those that have any such file in them, or are one
 * @param files how many files, of all of them together
 * @param isMore whether there may be more
 */
public record Surplus(List<TreePath> paths, int files, boolean isMore) {
    /** So many say it all. */
    private static final int MOST_FILES = 1_000;

    /** Where so many files and folders were looked at, nobody waits for more. */
    private static final int MOST_ENTRIES = 20_000;

    /** Takes its own copy of the list. */
    public Surplus {
        paths = List.copyOf(paths);
    }

    /**
     * Counts. A {@code __pycache__} is never among it, whatever the code is for: what is in it, Python makes anew.
     *
     * @param disk what is on disk
     * @param root the code: a folder, or a single file
     * @param additionalIncludes what is put into the root of the folder
     * @param use what the code is for
     * @param left what is not to be captured, anywhere; of a folder all that is in it
     * @return what of it would be uploaded; no paths when nothing would be
     * @throws IOException when the disk cannot be read
     */
    public static Surplus of(
            FileTree disk, TreePath root, List<TreePath> additionalIncludes, CodeUse use, Collection<TreePath> left)
            throws IOException {
        if (left.stream()
                .noneMatch(
                        path -> path.isIn(root) || additionalIncludes.stream().anyMatch(path::isIn))) {
            return new Surplus(List.of(), 0, false);
        }
        IgnoreFiles ignoreFiles = new IgnoreFiles(disk, new Upload(), CodeUse.COMPONENT);
        IgnoreRules rules = ignoreFiles.rulesOf(root);
        Count count = new Count(disk);
        Scope scope = additionalIncludes.isEmpty() ? UploadScope.of(root, rules) : CopyScope.of(ignoreFiles, rules);
        if (use != CodeUse.INCLUDES) {
            count.all(left, root, Optional.of(scope));
        }
        for (TreePath include : additionalIncludes) {
            count.all(left, include, scope.enter(include.name(), include));
        }
        return new Surplus(count.paths, count.files, count.isOver());
    }

    /** Counts until it is enough. */
    private static final class Count {
        private final FileTree disk;
        private final List<TreePath> paths = new ArrayList<>();
        private int files;
        private int entries;

        /** A folder, and what the ignore files mean in it. */
        private record Step(TreePath folder, Scope scope) {}

        Count(FileTree disk) {
            this.disk = disk;
        }

        boolean isOver() {
            return files >= MOST_FILES || entries >= MOST_ENTRIES;
        }

        void all(Collection<TreePath> left, TreePath folder, Optional<Scope> scope) throws IOException {
            for (TreePath path : left) {
                if (scope.isPresent() && path.isIn(folder) && !path.equals(folder) && !isOver()) {
                    int before = files;
                    below(path, folder, scope.get());
                    if (files > before) {
                        paths.add(path);
                    }
                }
            }
        }

        private void below(TreePath path, TreePath folder, Scope scope) throws IOException {
            Optional<TreeEntry> entry = disk.find(path);
            List<String> names = Arrays.asList(path.relativeTo(folder).split("/", -1));
            Optional<Scope> at = Optional.of(scope);
            TreePath parent = folder;
            for (String name : names.subList(0, names.size() - 1)) {
                parent = parent.child(name);
                at = at.isPresent() ? at.get().enter(name, parent) : at;
            }
            if (entry.isPresent() && at.isPresent()) {
                walk(entry.get(), at.get());
            }
        }

        private void walk(TreeEntry start, Scope scope) throws IOException {
            Deque<Step> ahead = new ArrayDeque<>();
            look(start, scope, ahead);
            while (!ahead.isEmpty() && !isOver()) {
                Step step = ahead.removeLast();
                for (TreeEntry child : disk.children(step.folder())) {
                    look(child, step.scope(), ahead);
                }
            }
        }

        private void look(TreeEntry entry, Scope scope, Deque<Step> ahead) throws IOException {
            entries++;
            String name = entry.path().name();
            if (entry.kind() != TreeEntry.Kind.FOLDER) {
                files += scope.leavesOut(name) ? 0 : 1;
            } else if (!scope.leavesOutAllOf(name)) {
                scope.enter(name, entry.path()).ifPresent(inner -> ahead.addLast(new Step(entry.path(), inner)));
            }
        }
    }
}
