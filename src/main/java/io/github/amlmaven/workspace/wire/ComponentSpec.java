package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Optional;

/**
 * The {@code componentSpec} of a component: nearly what is written. The contract says nothing of it, so what is not known here travels as it
 * is.
 */
final class ComponentSpec {
    private final References references;
    private final Report report;

    ComponentSpec(References references, Report report) {
        this.references = references;
        this.report = report;
    }

    ObjectNode of(JsonNode tree, AssetName name) {
        Fields fields = new Fields(tree, JsonPointer.empty(), report);
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        String type = ComponentType.of(tree);
        spec.put("name", name.name());
        spec.put("version", name.anonymous() ? "1" : name.version());
        spec.put("type", type);
        fields.skip("name", "version", "type", "properties");
        Optional<JsonNode> deterministic = fields.value("is_deterministic");
        if (deterministic.isPresent()) {
            spec.set("is_deterministic", deterministic.get());
        } else if (!type.equals("pipeline")) {
            spec.put("is_deterministic", true);
        }
        Common.texts(fields, "tags", spec);
        ports(fields, spec);
        reference(fields, "code", RemoteKind.CODE, spec, references);
        reference(fields, "environment", RemoteKind.ENVIRONMENT, spec, references);
        if (type.equals("pipeline")) {
            spec.set("jobs", new Nodes(references, report).of(fields.entries("jobs"), fields.at("jobs")));
            spec.putNull("sourceJobId");
        }
        spec.put("_source", fields.text("_source").orElse("YAML.COMPONENT"));
        if (type.equals("parallel")) {
            fields.fields("task").ifPresent(task -> spec.set("task", task(task, references)));
            spec.put(
                    "mini_batch_size",
                    MiniBatch.size(fields.text("mini_batch_size").orElse("0")));
            fields.value("partition_keys").ifPresent(keys -> spec.put("partition_keys", MiniBatch.keys(keys)));
        } else if (type.equals("command")) {
            fields.fields("distribution")
                    .ifPresent(value -> spec.set("distribution", RunSettings.declaredDistribution(value)));
            if (!fields.entries("environment_variables").isEmpty()) {
                report.lost("A component has no environment variables; set them in the steps that run it.");
            }
        }
        spec.setAll(Plain.of(fields.rest()));
        return spec;
    }

    private void ports(Fields fields, ObjectNode spec) {
        Ports ports = new Ports(report);
        ObjectNode inputs = ports.inputs(fields.entries("inputs"), fields.at("inputs"));
        ObjectNode outputs = ports.outputs(fields.entries("outputs"), fields.at("outputs"));
        if (!inputs.isEmpty()) {
            spec.set("inputs", inputs);
        }
        if (!outputs.isEmpty()) {
            spec.set("outputs", outputs);
        }
    }

    /** What a parallel step does with each batch. */
    static ObjectNode task(Fields task, References references) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        reference(task, "code", RemoteKind.CODE, content, references);
        reference(task, "environment", RemoteKind.ENVIRONMENT, content, references);
        content.setAll(Plain.of(task.rest()));
        return content;
    }

    private static void reference(
            Fields fields, String key, RemoteKind kind, ObjectNode target, References references) {
        fields.text(key).ifPresent(text -> target.put(key, references.inSpec(kind, text, fields.at(key))));
    }
}
