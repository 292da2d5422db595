package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is ignored in a working copy, wherever it is asked of; whether anything is there, or tracked, does not matter. */
final class IgnoredPaths {
    private final DiskPaths paths;
    private final IndexFolder tracked;
    private final IgnoreRules clone;
    private final Map<TreePath, IgnoreRules> rules = new ConcurrentHashMap<>();

    /**
     * Prepares to read the lists.
     *
     * @param paths where they are
     * @param tracked tells which of them other clones have
     * @param clone those that hold for all of it
     */
    IgnoredPaths(DiskPaths paths, IndexFolder tracked, IgnoreRules clone) {
        this.paths = paths;
        this.tracked = tracked;
        this.clone = clone;
    }

    /** Asks one folder's lists. */
    @FunctionalInterface
    private interface Question {
        boolean isHidden(IgnoreRules rules, String path, boolean isFolder);
    }

    /** Whether a list that every clone has ignores a path, or a folder that it is in. */
    boolean inEveryClone(TreePath path, boolean isFolder) throws IOException {
        return isHidden(path, isFolder, IgnoreRules::hidesInEveryClone);
    }

    /** Whether any list ignores a path, or a folder that it is in; also one that only this clone has. */
    boolean here(TreePath path, boolean isFolder) throws IOException {
        return isHidden(path, isFolder, (lists, at, isFolderToo) -> lists.hides(at, isFolderToo)
                .isPresent());
    }

    private boolean isHidden(TreePath path, boolean isFolder, Question question) throws IOException {
        String text = path.value();
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', slash + 1)) {
            TreePath above = TreePath.of(text.substring(0, slash));
            if (question.isHidden(rulesOf(above.parent()), above.value(), true)) {
                return true;
            }
        }
        return question.isHidden(rulesOf(path.parent()), text, isFolder);
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
}
