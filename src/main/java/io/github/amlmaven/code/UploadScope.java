package io.github.amlmaven.code;

import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How the upload itself sees ignore files: those of the root alone. It asks for files only, never for folders, and for a file in a linked
 * folder by the path where that folder really is.
 */
final class UploadScope implements Scope {
    private final IgnoreRules rules;
    private final List<String> root;
    private final List<String> folder;

    private UploadScope(IgnoreRules rules, List<String> root, List<String> folder) {
        this.rules = rules;
        this.root = root;
        this.folder = folder;
    }

    static UploadScope of(TreePath root, IgnoreRules rules) {
        return new UploadScope(rules, names(root), List.of());
    }

    @Override
    public boolean leavesOut(String name) {
        return rules.exclude(below(name));
    }

    @Override
    public boolean leavesOutAllOf(String name) {
        return rules.excludeAllIn(below(name));
    }

    @Override
    public Optional<Scope> enter(String name, TreePath target) {
        return Optional.of(new UploadScope(rules, root, relative(root, names(target))));
    }

    private List<String> below(String name) {
        List<String> path = new ArrayList<>(folder);
        path.add(name);
        return path;
    }

    /** As {@code os.path.relpath} gives it: with {@code ..} where the target is not below the root. */
    private static List<String> relative(List<String> root, List<String> target) {
        int common = 0;
        while (common < root.size()
                && common < target.size()
                && root.get(common).equals(target.get(common))) {
            common++;
        }
        List<String> path = new ArrayList<>();
        for (int i = common; i < root.size(); i++) {
            path.add("..");
        }
        path.addAll(target.subList(common, target.size()));
        return path;
    }

    private static List<String> names(TreePath path) {
        return path.isRoot() ? List.of() : Arrays.asList(path.value().split("/", -1));
    }
}
