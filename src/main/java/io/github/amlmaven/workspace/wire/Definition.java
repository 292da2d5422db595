package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.definition.AssetId;
import java.util.Map;
import java.util.Set;

/**
 * A definition out of a snapshot.
 *
 * @param id which
 * @param tree what the source says, its references into the snapshot as {@code snapshot:<kind>/<place>}
 */
public record Definition(AssetId id, JsonNode tree) {
    /** Files that Spark looks for in the uploaded code: what counts is where they are there, which the source says. */
    private static final Set<String> IN_CODE = Set.of("py_files", "jars", "files", "archives");

    /**
     * Takes a definition as a snapshot has it.
     *
     * @param id which
     * @param tree the member {@code definition} of its entry
     * @param written what the source says where the tree refers to something in the snapshot, by place in the tree
     * @return the definition, in which files inside code are again as written
     */
    public static Definition of(AssetId id, JsonNode tree, Map<JsonPointer, String> written) {
        JsonNode copy = tree.deepCopy();
        written.forEach((at, text) -> {
            if (isInCode(at)) {
                set(copy, at, text);
            }
        });
        return new Definition(id, copy);
    }

    private static boolean isInCode(JsonPointer at) {
        String path = at.toString();
        JsonPointer parent = at.head();
        boolean entry = path.endsWith("/entry/file");
        return entry || IN_CODE.contains(name(at)) || (parent != null && IN_CODE.contains(name(parent)));
    }

    private static String name(JsonPointer at) {
        JsonPointer last = at.last();
        return last == null ? "" : last.getMatchingProperty();
    }

    private static void set(JsonNode root, JsonPointer at, String text) {
        JsonNode parent = root.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), TextNode.valueOf(text));
        } else if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), TextNode.valueOf(text));
        }
    }
}
