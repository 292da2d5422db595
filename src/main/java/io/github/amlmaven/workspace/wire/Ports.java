package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;

/**
 * The inputs and outputs that a component declares. Defaults and bounds travel as texts, in the type that the input has: a bound of {@code 1}
 * on a number is {@code "1.0"}.
 */
final class Ports {
    private final Report report;

    Ports(Report report) {
        this.report = report;
    }

    /**
     * The inputs.
     *
     * @param inputs by name, as declared
     * @param at where they stand
     * @return the same, as a {@code componentSpec} has them; what is not known travels as it is
     */
    ObjectNode inputs(Map<String, JsonNode> inputs, JsonPointer at) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        inputs.forEach((name, input) -> all.set(name, input(input, at.appendProperty(name))));
        return all;
    }

    private ObjectNode input(JsonNode input, JsonPointer at) {
        Fields fields = new Fields(input, at, report);
        String type = fields.value("type").map(JsonNode::asText).orElse("");
        ObjectNode port = JsonNodeFactory.instance.objectNode();
        fields.value("type").ifPresent(value -> port.set("type", value));
        fields.value("optional").ifPresent(value -> port.set("optional", truth(value)));
        for (String key : new String[] {"default", "min", "max"}) {
            fields.value(key).ifPresent(value -> port.put(key, text(type, value, at.appendProperty(key))));
        }
        fields.value("enum").ifPresent(values -> port.set("enum", texts(values)));
        if (Values.LITERALS.contains(type)) {
            fields.skip("mode");
        }
        port.setAll(fields.rest());
        return port;
    }

    /**
     * The outputs.
     *
     * @param outputs by name, as declared
     * @param at where they stand
     * @return the same without what is null
     */
    ObjectNode outputs(Map<String, JsonNode> outputs, JsonPointer at) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        outputs.forEach((name, output) -> {
            Fields fields = new Fields(output, at.appendProperty(name), report);
            ObjectNode port = JsonNodeFactory.instance.objectNode();
            port.setAll(fields.rest());
            all.set(name, port);
        });
        return all;
    }

    private static BooleanNode truth(JsonNode value) {
        return BooleanNode.valueOf(value.asText().toLowerCase(Locale.ROOT).equals("true"));
    }

    private static ArrayNode texts(JsonNode values) {
        ArrayNode texts = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> texts.add(TextNode.valueOf(PythonText.of(value))));
        return texts;
    }

    private String text(String type, JsonNode value, JsonPointer at) {
        if (value.isContainerNode()) {
            report.problem(at, "A list or a mapping is no value of an input.", "Write one value.");
            return "";
        }
        return switch (type) {
            case "integer" -> isFraction(value) ? integer(value, at) : PythonText.of(value);
            case "number" -> number(value, at);
            case "boolean" -> value.isTextual() ? PythonText.of(truth(value)) : PythonText.of(value);
            default -> PythonText.of(value);
        };
    }

    private static boolean isFraction(JsonNode value) {
        return !value.isBoolean() && !(value.isNumber() && value.isIntegralNumber());
    }

    private String integer(JsonNode value, JsonPointer at) {
        try {
            return Long.toString((long) Double.parseDouble(value.asText()));
        } catch (NumberFormatException e) {
            report.problem(at, "'" + value.asText() + "' is no integer.", "Write digits.");
            return "";
        }
    }

    private String number(JsonNode value, JsonPointer at) {
        try {
            return PythonText.of(value.isBoolean() ? (value.asBoolean() ? 1 : 0) : Double.parseDouble(value.asText()));
        } catch (NumberFormatException e) {
            report.problem(at, "'" + value.asText() + "' is no number.", "Write a number.");
            return "";
        }
    }
}
