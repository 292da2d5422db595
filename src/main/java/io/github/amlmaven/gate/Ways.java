package io.github.amlmaven.gate;

import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Reference;
import io.github.amlmaven.definition.Target;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.EnvironmentSpec;
import io.github.amlmaven.environment.RequirementsFile;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the definitions that were asked for lead to every file: a {@code -r} in a conda file, which an environment names, which a component
 * names, which a pipeline names. Of several ways it is the shortest.
 */
public final class Ways {
    /** The files of the definitions that were asked for. */
    private final Set<TreePath> starts;

    /** The references of each file, by what they lead to; the first of several is kept. */
    private final Map<TreePath, Map<TreePath, Location>> edges = new HashMap<>();

    /** The reference that leads to a file or folder, on the shortest way. */
    private final Map<TreePath, Location> last = new HashMap<>();

    private Ways(List<TreePath> starts) {
        this.starts = new LinkedHashSet<>(starts);
    }

    /**
     * Finds the ways of a graph.
     *
     * @param graph the graph
     * @return the ways
     */
    public static Ways of(DefinitionGraph graph) {
        Ways ways = new Ways(graph.entries().stream().map(AssetId::path).toList());
        graph.assets().values().forEach(ways::references);
        graph.environments().forEach((id, spec) -> ways.environment(graph.asset(id), spec));
        ways.walk();
        return ways;
    }

    /**
     * Shows the way to some findings.
     *
     * @param findings the findings
     * @return the same, each with its way
     */
    public List<Finding> to(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.by(to(finding.location().path())))
                .toList();
    }

    private List<Location> to(TreePath file) {
        Deque<Location> way = new ArrayDeque<>();
        Optional<Location> reference = reference(file);
        while (reference.isPresent()) {
            way.addFirst(reference.get());
            reference = reference(reference.get().path());
        }
        return List.copyOf(way);
    }

    /** What leads to a file, or to the nearest folder that it is in; every step is nearer to what was asked for. */
    private Optional<Location> reference(TreePath file) {
        TreePath at = file;
        while (!starts.contains(file)) {
            if (last.containsKey(at)) {
                return Optional.of(last.get(at));
            }
            if (at.isRoot()) {
                break;
            }
            at = at.parent();
        }
        return Optional.empty();
    }

    private void references(Asset asset) {
        for (Reference reference : asset.references()) {
            if (reference.target() instanceof Target.Local local) {
                edge(reference.location(), local.asset().path());
            } else if (reference.target() instanceof Target.Files files) {
                edge(reference.location(), files.path());
            } else if (reference.target() instanceof Target.Code code) {
                edge(reference.location(), code.id().path());
                code.id().additionalIncludes().forEach(include -> edge(reference.location(), include));
            }
        }
    }

    /** Whatever was read for an environment and is not referred to lies in its build context, or beside it, as SDK v1 writes it. */
    private void environment(Asset asset, EnvironmentSpec spec) {
        for (RequirementsFile file : spec.requirements()) {
            edge(file.includedAt(), file.path());
        }
        for (TreeEntry file : spec.files()) {
            Location reference = asset.references().stream()
                    .filter(each -> each.target() instanceof Target.Files files
                            && file.path().isIn(files.path()))
                    .map(Reference::location)
                    .findFirst()
                    .orElse(asset.location());
            if (spec.requirements().stream().noneMatch(each -> each.path().equals(file.path()))) {
                edge(reference, file.path());
            }
        }
    }

    private void edge(Location reference, TreePath target) {
        if (!target.equals(reference.path())) {
            edges.computeIfAbsent(reference.path(), from -> new LinkedHashMap<>())
                    .putIfAbsent(target, reference);
        }
    }

    private void walk() {
        Deque<TreePath> next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            edges.getOrDefault(next.removeFirst(), Map.of()).forEach((target, reference) -> {
                if (!starts.contains(target) && last.putIfAbsent(target, reference) == null) {
                    next.addLast(target);
                }
            });
        }
    }
}
