package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What travels as it is written, but for fields that are null: they say nothing. */
final class Plain {
    private Plain() {}

    /**
     * A copy.
     *
     * @param fields by name
     * @return the same as one tree
     */
    static ObjectNode of(Map<String, JsonNode> fields) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        fields.forEach((key, value) -> {
            if (!value.isNull()) {
                all.set(key, of(value));
            }
        });
        return all;
    }

    static JsonNode of(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                copy.set(field.getKey(), of(field.getValue()));
            }
        });
        return copy;
    }
}
