package io.github.amlmaven.definition;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Finds paths that differ only by case. Windows and macOS hold one file for both, so that a snapshot with both could not be restored
 * there, nor the commit be checked out.
 */
final class CaseCollisions {
    private CaseCollisions() {}

    static List<Problem> in(Collection<TreePath> files) {
        Map<String, TreePath> seen = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        TreePath folder = TreePath.ROOT;
        for (TreePath file : files) {
            TreePath known = folder;
            folder = file.parent();
            for (TreePath path = file; !path.isRoot() && !path.equals(known); path = path.parent()) {
                TreePath other = seen.putIfAbsent(folded(path), path);
                if (other != null && !other.equals(path)) {
                    problems.add(problem(path, other));
                }
                if (other != null) {
                    break;
                }
            }
        }
        return problems.stream().distinct().toList();
    }

    private static String folded(TreePath path) {
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

    private static Problem problem(TreePath path, TreePath other) {
        return new Problem(
                "definition/case-collision",
                Location.startOf(path),
                path.value(),
                "'" + path + "' and '" + other + "' differ only by case, and are one file on Windows and macOS.",
                "Rename one of them with git mv.");
    }
}
