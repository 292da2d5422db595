package io.github.amlmaven.definition;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;

/**
 * Finds names in one folder that differ only by case. Windows and macOS hold one file for both, so that a snapshot with both could not be
 * restored there, nor the commit be checked out.
 */
final class CaseCollisions {
    private final SortedSet<TreePath> files;
    private final List<Problem> problems = new ArrayList<>();

    /** Files and folders that are not all in lower case, by what they are in lower case: of two that collide, one at least is such. */
    private final Map<String, TreePath> cased = new HashMap<>();

    private CaseCollisions(SortedSet<TreePath> files) {
        this.files = files;
    }

    static List<Problem> in(SortedSet<TreePath> files) {
        CaseCollisions collisions = new CaseCollisions(files);
        files.forEach(collisions::add);
        collisions.cased.forEach(collisions::compareWithLower);
        return collisions.problems;
    }

    /** A file, and the folders that it is in. */
    private void add(TreePath file) {
        TreePath path = file;
        String lower = lower(path);
        while (!lower.equals(path.value())) {
            TreePath other = cased.putIfAbsent(lower, path);
            if (path.equals(other)) {
                return;
            }
            if (other != null) {
                report(path, other);
            }
            path = path.parent();
            lower = lower(path);
        }
    }

    private void compareWithLower(String value, TreePath path) {
        TreePath lower = TreePath.of(value);
        if (files.contains(lower) || isFolder(lower)) {
            report(lower, path);
        }
    }

    private boolean isFolder(TreePath path) {
        TreePath first = path.child("\u0001"); // no name sorts before it
        return files.tailSet(first).stream().limit(1).anyMatch(file -> file.isIn(path));
    }

    /** Where their folders collide, it is those that have to be renamed. */
    private void report(TreePath path, TreePath other) {
        if (path.parent().equals(other.parent())) {
            problems.add(new Problem(
                    "definition/case-collision",
                    Location.startOf(path),
                    path.value(),
                    "'" + path + "' and '" + other + "' differ only by case, and are one file on Windows and macOS.",
                    "Rename one of them with git mv."));
        }
    }

    private static String lower(TreePath path) {
        String value = path.value();
        String upper = isAscii(value) ? value : value.toUpperCase(Locale.ROOT);
        return upper.toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
