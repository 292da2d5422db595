package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.Reference;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Puts something else in the place of the references of a definition. */
final class Definitions {
    private Definitions() {}

    /**
     * A copy of a definition with other references.
     *
     * @param asset the definition
     * @param text what to write for a reference; nothing to leave it as it is
     * @return the copy; all the rest of it is as written
     */
    static JsonNode replaced(Asset asset, Function<Reference, Optional<String>> text) {
        JsonNode copy = asset.definition().deepCopy();
        for (Reference reference : asset.references()) {
            if (isWritten(asset, reference)) {
                text.apply(reference).ifPresent(other -> set(copy, pointer(asset, reference), other));
            }
        }
        return copy;
    }

    /**
     * The references that Azure ML makes without their being written: a flow runs in the folder that it lies in.
     *
     * @param asset the definition
     * @return those references
     */
    static List<Reference> implied(Asset asset) {
        return asset.references().stream()
                .filter(reference -> !isWritten(asset, reference))
                .toList();
    }

    /**
     * Where a reference stands.
     *
     * @param asset the definition
     * @param reference a reference of it
     * @return a pointer from the root of the definition; empty for an implied reference
     */
    static JsonPointer pointer(Asset asset, Reference reference) {
        JsonPointer pointer = reference.pointer();
        for (JsonPointer base = asset.pointer(); !base.matches(); base = base.tail()) {
            pointer = pointer.tail();
        }
        return pointer;
    }

    private static boolean isWritten(Asset asset, Reference reference) {
        JsonPointer pointer = pointer(asset, reference);
        return !pointer.matches() && !asset.definition().at(pointer).isMissingNode();
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
