package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Optional;

/** A step that lets the service find a model. It has no component: the service reads the definition as it is written. */
final class AutoMlNode {
    private static final String[] DATA = {"training_data", "validation_data", "test_data"};

    private final References references;
    private final Report report;

    AutoMlNode(References references, Report report) {
        this.references = references;
        this.report = report;
    }

    ObjectNode of(String name, Fields fields) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name);
        node.put("type", "automl");
        fields.skip("name", "type", "$schema", "experiment_name");
        node.put("log_verbosity", fields.text("log_verbosity").orElse("info"));
        Optional<String> compute = fields.text("compute");
        if (compute.isPresent() && references.inRegistry()) {
            report.lost("A registry has no computes: where the step '" + name + "' runs, '" + compute.get()
                    + "', has to be said by whatever runs it.");
        } else {
            compute.ifPresent(
                    text -> node.put("compute", references.inSpec(RemoteKind.COMPUTE, text, fields.at("compute"))));
        }
        for (String key : DATA) {
            fields.value(key).ifPresent(value -> node.set(key, data(value, fields, key)));
        }
        Common.texts(fields, "tags", node);
        Common.texts(fields, "properties", node);
        Values values = new Values(references, report, Style.STEP);
        ObjectNode outputs = values.outputs(fields.entries("outputs"), fields.at("outputs"));
        if (!outputs.isEmpty()) {
            node.set("outputs", outputs);
        }
        node.setAll(Plain.of(fields.rest()));
        return node;
    }

    private JsonNode data(JsonNode value, Fields fields, String key) {
        JsonNode path = value.path("path");
        if (!path.isTextual()) {
            return value;
        }
        if (References.isExpression(path.asText())) {
            return path;
        }
        String uri =
                references.uri(RemoteKind.DATA, path.asText(), fields.at(key).appendProperty("path"), false);
        ObjectNode copy = value.deepCopy();
        copy.set("path", TextNode.valueOf(uri));
        return copy;
    }
}
