package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Collection;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether the service has what a body says. It does not answer what it was sent: the page of the wire lists what it is known to change, and
 * nothing else is forgiven. Tags, descriptions and other texts that may be changed after an asset was made are no part of its content.
 */
public final class Comparison {
    private final List<Difference> differences = new ArrayList<>();
    /** Whether what was not sent may be there. */
    private final boolean additions;

    private Comparison(boolean additions) {
        this.additions = additions;
    }

    /**
     * Compares.
     *
     * @param collection what it is
     * @param sent the body as it would be sent
     * @param answered the resource as the service answers it
     * @return where they differ; empty when the content is the same
     */
    public static List<Difference> differences(Collection collection, ObjectNode sent, JsonNode answered) {
        Comparison comparison = new Comparison(!collection.isAsset() && collection != Collection.SCHEDULE);
        ObjectNode meant = Content.of(collection, sent);
        ObjectNode there = Content.of(collection, answered);
        if (collection == Collection.SCHEDULE && !meant.path("trigger").hasNonNull("startTime")) {
            // Where none is sent, the service notes when the schedule was made.
            there.withObjectProperty("trigger").remove("startTime");
        }
        comparison.compare(JsonPointer.empty(), meant, there);
        return List.copyOf(comparison.differences);
    }

    private void compare(JsonPointer at, JsonNode sent, JsonNode answered) {
        if (Same.isNothing(sent) && (additions || Same.isNothing(answered))) {
            return;
        }
        if (mayBeObject(sent) && mayBeObject(answered)) {
            TreeSet<String> keys = new TreeSet<>();
            sent.fieldNames().forEachRemaining(keys::add);
            answered.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(at.appendProperty(key), sent.path(key), answered.path(key)));
        } else if (sent.isArray() && answered.isArray() && sent.size() == answered.size()) {
            for (int i = 0; i < sent.size(); i++) {
                compare(at.appendIndex(i), sent.get(i), answered.get(i));
            }
        } else if (!Same.scalars(sent, answered)) {
            differences.add(new Difference(at, text(sent), text(answered)));
        }
    }

    private static boolean mayBeObject(JsonNode value) {
        return value.isObject() || value.isMissingNode() || value.isNull();
    }

    private static String text(JsonNode value) {
        if (Same.isNothing(value)) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
