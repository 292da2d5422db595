package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;

/** What the inputs and outputs of a step have to be, when nothing declares them: that is told by what they are bound to. */
final class InferredPorts {
    private static final String FOLDER = "uri_folder";

    private final JsonNode pipeline;
    private final Function<String, JsonNode> definitions;

    InferredPorts(JsonNode pipeline, Function<String, JsonNode> definitions) {
        this.pipeline = pipeline;
        this.definitions = definitions;
    }

    ObjectNode of(JsonNode job) {
        ObjectNode ports = JsonNodeFactory.instance.objectNode();
        ObjectNode inputs = ports.putObject("inputs");
        job.path("inputs").properties().forEach(input -> inputs.set(input.getKey(), input(input.getValue())));
        ObjectNode outputs = ports.putObject("outputs");
        job.path("outputs").properties().forEach(output -> outputs.set(output.getKey(), output(output.getValue())));
        return ports;
    }

    private ObjectNode input(JsonNode value) {
        if (value.isObject()) {
            return declared(value);
        }
        ObjectNode port = JsonNodeFactory.instance.objectNode();
        if (isBinding(value)) {
            return source(value.asText());
        }
        return port.put("type", literal(value)).set("default", value);
    }

    private ObjectNode output(JsonNode value) {
        if (value.isObject()) {
            return declared(value);
        }
        return isBinding(value) ? source(value.asText()) : folder();
    }

    /** What is said of a value beside the value. */
    private static ObjectNode declared(JsonNode value) {
        ObjectNode port = folder();
        value.properties().forEach(field -> {
            if (!field.getKey().equals("path")) {
                port.set(field.getKey(), field.getValue());
            }
        });
        return port;
    }

    private static ObjectNode folder() {
        return JsonNodeFactory.instance.objectNode().put("type", FOLDER);
    }

    private static boolean isBinding(JsonNode value) {
        return value.isTextual() && value.asText().contains("${{parent.");
    }

    private static String literal(JsonNode value) {
        if (value.isBoolean()) {
            return "boolean";
        }
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        }
        return "string";
    }

    /** {@code ${{parent.inputs.x}}}, {@code ${{parent.outputs.x}}} or {@code ${{parent.jobs.n.outputs.x}}}. */
    private ObjectNode source(String binding) {
        String[] parts = binding.substring(binding.indexOf("${{") + 3, Math.max(3, binding.indexOf("}}")))
                .trim()
                .split("\\.", -1);
        if (parts.length >= 5 && parts[1].equals("jobs")) {
            JsonNode job = pipeline.path("jobs").path(parts[2]);
            return ofJob(job, parts[3], parts[4]);
        }
        JsonNode value =
                parts.length >= 3 ? pipeline.path(parts[1]).path(parts[2]) : JsonNodeFactory.instance.missingNode();
        if (value.isValueNode() && !value.isNull()) {
            return JsonNodeFactory.instance.objectNode().put("type", literal(value));
        }
        ObjectNode port = folder();
        if (value.hasNonNull("type")) {
            port.set("type", value.get("type"));
        }
        if (value.hasNonNull("mode")) {
            port.set("mode", value.get("mode"));
        }
        return port;
    }

    private ObjectNode ofJob(JsonNode job, String io, String name) {
        if (ComponentType.of(job).equals("automl")) {
            return JsonNodeFactory.instance.objectNode().put("type", "mltable");
        }
        String component = job.path("component").asText("");
        if (component.startsWith("snapshot:")) {
            JsonNode type = definitions.apply(component).path(io).path(name).path("type");
            return JsonNodeFactory.instance.objectNode().put("type", type.asText(FOLDER));
        }
        JsonNode value = job.path(io).path(name);
        if (isBinding(value)) {
            ObjectNode port = source(value.asText());
            port.remove("mode");
            return port;
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", value.path("type").asText(FOLDER));
    }
}
