package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A step that runs a component. What is not known of it travels as it is: the contract leaves the steps of a pipeline open. */
final class StepNode {
    private final References references;
    private final Report report;

    StepNode(References references, Report report) {
        this.references = references;
        this.report = report;
    }

    ObjectNode of(String name, JsonNode step, JsonPointer at) {
        Fields fields = new Fields(step, at, report);
        String type = ComponentType.of(step);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", name.toLowerCase(Locale.ROOT));
        node.put("type", type);
        // The job has the experiment; what a step is described as is said by its component.
        fields.skip("name", "type", "$schema", "experiment_name", "description");
        JsonNode component = component(fields, node);
        fields.text("display_name").ifPresent(text -> node.put("display_name", text));
        Common.texts(fields, "tags", node);
        Common.texts(fields, "properties", node);
        compute(name, fields).ifPresent(id -> node.put("computeId", id));
        bind(fields, component, node);
        new StepSettings(references, report).put(type, fields, component, node);
        node.setAll(Plain.of(fields.rest()));
        return node;
    }

    private Optional<String> compute(String name, Fields fields) {
        Optional<String> compute = fields.text("compute");
        if (compute.isPresent() && references.inRegistry()) {
            report.lost("A registry has no computes: where the step '" + name + "' runs, '" + compute.get()
                    + "', has to be said by whatever runs it.");
            return Optional.empty();
        }
        return compute.map(text -> references.id(RemoteKind.COMPUTE, text, fields.at("compute")));
    }

    /** The component's definition, as far as it is known here. */
    private JsonNode component(Fields fields, ObjectNode node) {
        boolean sweep = node.path("type").asText().equals("sweep");
        String key = sweep ? "trial" : "component";
        Optional<String> reference = fields.text(key);
        if (reference.isEmpty()) {
            Optional<String> builtin = Builtin.of(fields);
            if (builtin.isPresent()) {
                node.put("componentId", builtin.get()).put("_source", "BUILTIN");
                return JsonNodeFactory.instance.missingNode();
            }
            report.problem(
                    fields.at(key), "A step needs a '" + key + "'.", "Name a file, or azureml:<name>:<version>.");
            return JsonNodeFactory.instance.objectNode();
        }
        String text = reference.get();
        String id = references.id(RemoteKind.COMPONENT, text, fields.at(key));
        (sweep ? node.putObject("trial") : node).put("componentId", id);
        if (text.startsWith("snapshot:")) {
            JsonNode definition = references.links().content(text);
            node.put("_source", definition.path("_source").asText("YAML.COMPONENT"));
            return definition;
        }
        node.put("_source", id.startsWith("azureml://registries/") ? "REMOTE.REGISTRY" : "REMOTE.WORKSPACE.COMPONENT");
        return JsonNodeFactory.instance.missingNode();
    }

    private void bind(Fields fields, JsonNode component, ObjectNode node) {
        Values values = new Values(references, report, Style.STEP);
        Map<String, JsonNode> given = fields.entries("inputs");
        Map<String, JsonNode> known = new LinkedHashMap<>(given);
        if (!component.isMissingNode()) {
            known.keySet().removeIf(name -> !component.path("inputs").has(name));
            given.keySet().stream()
                    .filter(name -> !known.containsKey(name))
                    .forEach(
                            name -> report.lost("The step '" + node.path("name").asText() + "' binds '" + name
                                    + "', which its component does not declare; Azure ML leaves it out."));
        }
        ObjectNode inputs = values.inputs(known, fields.at("inputs"));
        ObjectNode outputs = values.outputs(fields.entries("outputs"), fields.at("outputs"));
        if (!inputs.isEmpty()) {
            node.set("inputs", inputs);
        }
        if (!outputs.isEmpty()) {
            node.set("outputs", outputs);
        }
    }
}
