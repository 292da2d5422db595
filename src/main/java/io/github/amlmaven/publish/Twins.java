package io.github.amlmaven.publish;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.workspace.wire.AssetName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two definitions that would be published under one name. */
final class Twins {
    private Twins() {}

    /**
     * Finds them.
     *
     * @param elements what is published
     * @param places where they are written
     * @return a sentence for each pair
     */
    static List<String> among(Collection<Element> elements, Places places) {
        Map<String, Element.Asset> taken = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (Element element : elements) {
            if (element instanceof Element.Asset asset && !asset.name().anonymous()) {
                AssetName name = asset.name();
                Element.Asset first = taken.putIfAbsent(
                        asset.collection() + " " + name.name() + " " + name.version() + " " + endpoint(asset), asset);
                if (first != null) {
                    problems.add(name(asset, places) + " and " + name(first, places) + " would both be published as "
                            + name.name()
                            + (name.version().isEmpty() ? "" : ":" + name.version())
                            + ". Write another 'name:' in one.");
                }
            }
        }
        return problems;
    }

    private static Location name(Element.Asset asset, Places places) {
        return places.of(asset.definition().id(), JsonPointer.empty().appendProperty("name"));
    }

    private static String endpoint(Element.Asset deployment) {
        return deployment.definition().tree().path("endpoint_name").asText();
    }
}
