package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A step that runs other steps: on a condition, again and again, or for each of a list. */
final class ControlNode {
    private static final Set<String> TYPES = Set.of("if_else", "do_while", "parallel_for");

    private ControlNode() {}

    static boolean is(String type) {
        return TYPES.contains(type);
    }

    static ObjectNode of(String type, Fields fields, Values values) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", type);
        fields.skip("type", "$schema");
        fields.value("items").ifPresent(items -> node.put("items", text(items)));
        ObjectNode outputs = values.outputs(fields.entries("outputs"), fields.at("outputs"));
        if (!outputs.isEmpty()) {
            node.set("outputs", outputs);
        }
        node.setAll(Plain.of(fields.rest()));
        return node.put("_source", "YAML.JOB");
    }

    /** The service takes a list as its JSON text. */
    private static String text(JsonNode items) {
        return items.isContainerNode() ? PythonJson.text(items) : items.asText();
    }
}
