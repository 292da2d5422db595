package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.TreePath;
import java.util.Map;

/**
 * One file, read without loss.
 *
 * @param path where the file is
 * @param root its content; a number keeps its exact text, a scalar without a JSON type (a date, {@code .inf}) is its source text
 * @param values where each value begins, by its pointer from the root
 * @param keys where each key of a mapping begins, by the pointer of its value
 */
public record Document(
        TreePath path, JsonNode root, Map<JsonPointer, Location> values, Map<JsonPointer, Location> keys) {

    /**
     * Where a value begins.
     *
     * @param pointer a pointer from the root
     * @return its place, or that of its nearest ancestor that has one
     */
    public Location at(JsonPointer pointer) {
        for (JsonPointer p = pointer; p != null; p = p.head()) {
            Location location = values.get(p);
            if (location != null) {
                return location;
            }
        }
        return Location.startOf(path);
    }

    /**
     * Where the key of a value begins.
     *
     * @param pointer a pointer from the root to the value
     * @return the key's place, or that of the value when it has no key
     */
    public Location keyOf(JsonPointer pointer) {
        Location location = keys.get(pointer);
        return location == null ? at(pointer) : location;
    }
}
