package io.github.amlmaven.code;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the client sees ignore files while it copies code and additional includes into one folder: each folder has its own, on top of those
 * above it. It asks for folders as well, by the names of links, and each ignore file also for {@code .}, the folder that it is in.
 */
final class CopyScope implements Scope {
    private static final List<String> SELF = List.of(".");

    private final IgnoreFiles ignoreFiles;
    private final List<Layer> layers;
    private final List<String> folder;

    /** Rules for what is below a folder, and how deep that is below the origin. */
    private record Layer(IgnoreRules rules, int depth) {
        boolean leavesOut(List<String> path) {
            return rules.exclude(path.size() == depth ? SELF : path.subList(depth, path.size()));
        }
    }

    private CopyScope(IgnoreFiles ignoreFiles, List<Layer> layers, List<String> folder) {
        this.ignoreFiles = ignoreFiles;
        this.layers = layers;
        this.folder = folder;
    }

    /** The scope of the folder that all is copied into; its rules count from there. */
    static CopyScope of(IgnoreFiles ignoreFiles, IgnoreRules rules) {
        return new CopyScope(ignoreFiles, List.of(new Layer(rules, 0)), List.of());
    }

    /** Whether even the folder itself is left out, as it is by a pattern such as {@code .*}. */
    boolean leavesOutAll() {
        return leavesOut(folder);
    }

    @Override
    public boolean leavesOut(String name) {
        return leavesOut(below(name));
    }

    @Override
    public boolean leavesOutAllOf(String name) {
        return leavesOut(name);
    }

    @Override
    public Optional<Scope> enter(String name, TreePath target) throws IOException {
        List<String> path = below(name);
        if (leavesOut(path)) {
            return Optional.empty();
        }
        List<Layer> deeper = new ArrayList<>(layers);
        deeper.add(new Layer(ignoreFiles.rulesOf(target), path.size()));
        CopyScope scope = new CopyScope(ignoreFiles, deeper, path);
        return scope.leavesOutAll() ? Optional.empty() : Optional.of(scope);
    }

    private boolean leavesOut(List<String> path) {
        return layers.stream().anyMatch(layer -> layer.leavesOut(path));
    }

    private List<String> below(String name) {
        List<String> path = new ArrayList<>(folder);
        path.add(name);
        return path;
    }
}
