package io.github.amlmaven.definition;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds pipelines that contain themselves. A loop and no recursion, so that a long chain of files cannot exhaust the stack. */
final class Cycles {
    private final Map<AssetId, Asset> assets;
    private final Set<AssetId> done = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    private Cycles(Map<AssetId, Asset> assets) {
        this.assets = assets;
    }

    /**
     * Every reference that closes a circle.
     *
     * @param assets the nodes of the graph
     * @return a problem for each
     */
    static List<Problem> in(Map<AssetId, Asset> assets) {
        Cycles cycles = new Cycles(assets);
        assets.keySet().forEach(cycles::visit);
        return cycles.problems;
    }

    private record Visit(AssetId id, Iterator<Reference> references) {}

    private void visit(AssetId root) {
        Deque<Visit> way = new ArrayDeque<>();
        Set<AssetId> onWay = new HashSet<>();
        enter(root, way, onWay);
        while (!way.isEmpty()) {
            Visit visit = way.getLast();
            if (!visit.references().hasNext()) {
                way.removeLast();
                onWay.remove(visit.id());
                done.add(visit.id());
                continue;
            }
            Reference reference = visit.references().next();
            if (reference.target() instanceof Target.Local local) {
                if (onWay.contains(local.asset())) {
                    problems.add(problem(reference, local.asset(), way));
                } else {
                    enter(local.asset(), way, onWay);
                }
            }
        }
    }

    private void enter(AssetId id, Deque<Visit> way, Set<AssetId> onWay) {
        Asset asset = assets.get(id);
        if (asset != null && !done.contains(id)) {
            way.addLast(new Visit(id, asset.references().iterator()));
            onWay.add(id);
        }
    }

    private static Problem problem(Reference reference, AssetId back, Deque<Visit> way) {
        String circle = way.stream()
                .map(Visit::id)
                .dropWhile(id -> !id.equals(back))
                .map(AssetId::source)
                .collect(Collectors.joining(" -> ", "", " -> " + back.source()));
        return new Problem(
                "definition/cycle",
                reference.location(),
                reference.written(),
                "This definition contains itself: " + circle + ".",
                "Remove one of these references.");
    }
}
