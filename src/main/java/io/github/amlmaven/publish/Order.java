package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Collection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The order in which things are published: each after what it needs, and what is live already last, so that it changes when all that it will
 * run is there.
 */
final class Order {
    /** An endpoint is made before its deployments, and told its default or its traffic after them; see {@link Publisher}. */
    private static final List<Collection> LIVE = List.of(
            Collection.BATCH_ENDPOINT,
            Collection.ONLINE_ENDPOINT,
            Collection.BATCH_DEPLOYMENT,
            Collection.ONLINE_DEPLOYMENT,
            Collection.SCHEDULE,
            Collection.JOB);

    private final Map<String, Element> elements;

    Order(Map<String, Element> elements) {
        this.elements = elements;
    }

    /** All of them in their order. */
    List<Element> of() {
        return stages(List.copyOf(elements.values())).stream()
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Groups that can be published at once each.
     *
     * @param some elements, which need each other or what is there
     * @return the groups, in their order
     */
    static List<List<Element>> stages(List<Element> some) {
        Map<String, Element> waiting = new LinkedHashMap<>();
        some.forEach(element -> waiting.put(element.reference(), element));
        Map<Integer, List<Element>> live = new TreeMap<>();
        List<List<Element>> stages = new ArrayList<>();
        waiting.values().removeIf(element -> {
            int place = place(element);
            if (place >= 0) {
                live.computeIfAbsent(place, key -> new ArrayList<>()).add(element);
            }
            return place >= 0;
        });
        while (!waiting.isEmpty()) {
            List<Element> ready = waiting.values().stream()
                    .filter(element -> isReady(element, waiting.keySet()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalArgumentException("these need each other: " + waiting.keySet());
            }
            ready.forEach(element -> waiting.remove(element.reference()));
            stages.add(ready);
        }
        stages.addAll(live.values());
        return stages;
    }

    private static boolean isReady(Element element, Set<String> waiting) {
        return element.needs().stream().noneMatch(waiting::contains);
    }

    private static int place(Element element) {
        return element instanceof Element.Asset asset ? LIVE.indexOf(asset.collection()) : -1;
    }
}
