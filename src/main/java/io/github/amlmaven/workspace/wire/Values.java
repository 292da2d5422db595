package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the inputs and outputs of a job are bound to. A job of its own writes the names of the contract ({@code jobInputType}); inside a
 * pipeline, where the contract says nothing, the client writes {@code job_input_type}, and names an output's asset differently.
 */
final class Values {
    static final Set<String> LITERALS = Set.of("string", "integer", "number", "boolean");
    private static final Set<String> STORED =
            Set.of("uri_file", "uri_folder", "mltable", "mlflow_model", "custom_model", "triton_model");
    private static final String FOLDER = "uri_folder";

    private final References references;
    private final Report report;
    private final Style style;

    /**
     * Binds the inputs and outputs of a job.
     *
     * @param references ids of data
     * @param report where to say what is wrong
     * @param style a step's or a job's
     */
    Values(References references, Report report, Style style) {
        this.references = references;
        this.report = report;
        this.style = style;
    }

    /**
     * The inputs of a job.
     *
     * @param inputs by name, each a value or a mapping
     * @param at where they stand
     * @return the same names, each with its type
     */
    ObjectNode inputs(Map<String, JsonNode> inputs, JsonPointer at) {
        ObjectNode all = object();
        inputs.forEach((name, value) -> input(value, at.appendProperty(name)).ifPresent(input -> all.set(name, input)));
        return all;
    }

    /** An input without a value is left to its default. */
    private Optional<ObjectNode> input(JsonNode value, JsonPointer at) {
        if (value.isNull() || (value.isTextual() && value.asText().isEmpty() && !isStep())) {
            return Optional.empty();
        }
        return Optional.of(value.isObject() ? mapping(value, at) : literal(scalar(value, at)));
    }

    private String scalar(JsonNode value, JsonPointer at) {
        if (value.isContainerNode()) {
            report.problem(
                    at, "A list is no value of an input.", "Write one value, or a mapping with 'type' and 'path'.");
        }
        return PythonText.of(value);
    }

    private ObjectNode mapping(JsonNode value, JsonPointer at) {
        Fields fields = new Fields(value, at, report);
        String type = fields.text("type").orElse(FOLDER);
        Optional<String> mode = Modes.input(fields);
        Optional<JsonNode> given = fields.value("default").or(() -> fields.value("value"));
        Optional<String> path = fields.text("path");
        fields.skip("description", "optional", "min", "max", "enum", "datastore");
        fields.refuseRest();
        ObjectNode input;
        if (path.isPresent() && References.isExpression(path.get())) {
            input = literal(path.get());
            mode.filter(word -> isStep()).ifPresent(word -> input.put("mode", word));
        } else if (LITERALS.contains(type)) {
            input = literal(
                    given.or(() -> fields.value("path")).map(PythonText::of).orElse(""));
        } else {
            input = stored(type, path, at);
            mode.ifPresent(word -> input.put("mode", word));
        }
        return input;
    }

    private ObjectNode stored(String type, Optional<String> path, JsonPointer at) {
        if (!STORED.contains(type)) {
            report.problem(
                    at.appendProperty("type"),
                    "A job takes no input of type '" + type + "'.",
                    "Write one of: "
                            + String.join(", ", STORED.stream().sorted().toList()) + ".");
        }
        ObjectNode input = object();
        RemoteKind kind = type.endsWith("_model") ? RemoteKind.MODEL : RemoteKind.DATA;
        path.ifPresent(
                text -> input.put("uri", references.uri(kind, text, at.appendProperty("path"), type.equals(FOLDER))));
        input.put(style.key("job_input_type"), type);
        return input;
    }

    private ObjectNode literal(String value) {
        ObjectNode input = object();
        input.put("value", value);
        input.put(style.key("job_input_type"), "literal");
        return input;
    }

    /**
     * The outputs of a job.
     *
     * @param outputs by name, each a binding, a mapping or nothing
     * @param at where they stand
     * @return the same names, each with where it goes; a node's output without anything is left to the service
     */
    ObjectNode outputs(Map<String, JsonNode> outputs, JsonPointer at) {
        ObjectNode all = object();
        outputs.forEach((name, value) -> {
            if (!value.isNull()) {
                all.set(name, output(value, at.appendProperty(name)));
            } else if (!isStep()) {
                all.set(name, object().put("jobOutputType", FOLDER));
            }
        });
        return all;
    }

    private ObjectNode output(JsonNode value, JsonPointer at) {
        if (!value.isObject()) {
            String text = scalar(value, at);
            if (!isStep() || !References.isExpression(text)) {
                report.problem(
                        at,
                        "'" + text + "' is nowhere that an output can go.",
                        "Bind it with ${{parent.outputs.<name>}}, or write a mapping with 'type' and 'path'.");
            }
            return binding(text);
        }
        Fields fields = new Fields(value, at, report);
        Optional<String> path = fields.text("path");
        ObjectNode output = path.filter(text -> isStep() && isBinding(text))
                .map(Values::binding)
                .orElseGet(() -> unbound(fields, path));
        Modes.output(fields).ifPresent(word -> output.put("mode", word));
        fields.text("name").ifPresent(text -> output.put(isStep() ? "name" : "assetName", text));
        fields.text("version").ifPresent(text -> version(text, fields, output));
        fields.text("description").ifPresent(text -> output.put("description", text));
        fields.skip("type");
        fields.refuseRest();
        return output;
    }

    private void version(String text, Fields fields, ObjectNode output) {
        if (isStep()) {
            output.put("version", text);
        } else {
            report.lost("Azure ML's REST contract has no place for the version '" + text + "' of the job's output at "
                    + fields.at("version").toString().substring(1) + "; the service counts.");
        }
    }

    private ObjectNode unbound(Fields fields, Optional<String> path) {
        ObjectNode output = object();
        path.ifPresent(text -> output.put("uri", references.uri(RemoteKind.DATASTORE, text, fields.at("path"), false)));
        output.put(style.key("job_output_type"), fields.text("type").orElse(FOLDER));
        return output;
    }

    private boolean isStep() {
        return style == Style.STEP;
    }

    private static boolean isBinding(String text) {
        return text.startsWith("${{parent.");
    }

    private static ObjectNode binding(String text) {
        return object().put("value", text).put("type", "literal");
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
