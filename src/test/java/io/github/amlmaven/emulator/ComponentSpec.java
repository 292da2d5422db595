package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the service makes of a component's definition, as recorded of it in March 2026: everything that is no text becomes one, what says where the
 * definition came from is gone, and so are the jobs of a pipeline; inputs say whether they are optional, data before values.
 */
final class ComponentSpec {
    /** The order of the answers; whatever else there is follows. */
    private static final List<String> ORDER = List.of(
            "$schema",
            "name",
            "version",
            "display_name",
            "is_deterministic",
            "type",
            "description",
            "tags",
            "inputs",
            "outputs",
            "code",
            "environment",
            "resources",
            "distribution",
            "command");

    private static final Set<String> GONE = Set.of("_source", "jobs", "sourceJobId");
    private static final Set<String> VALUES = Set.of("string", "number", "integer", "boolean");
    private static final Map<String, String> DISTRIBUTIONS =
            Map.of("mpi", "Mpi", "pytorch", "PyTorch", "tensorflow", "TensorFlow", "ray", "Ray");

    private ComponentSpec() {}

    /** What is answered for what was sent to a version. */
    static ObjectNode answered(ObjectNode sent, String version) {
        ObjectNode spec = (ObjectNode) texts(sent);
        GONE.forEach(spec::remove);
        if (!spec.hasNonNull("version")) {
            spec.put("version", version);
        }
        String type = spec.path("type").asText();
        if (!spec.hasNonNull("is_deterministic")) {
            spec.put("is_deterministic", type.equals("pipeline") ? "False" : "True");
        }
        if (spec.get("inputs") instanceof ObjectNode inputs) {
            spec.set("inputs", inputs(inputs));
        }
        if (type.equals("command")) {
            ObjectNode resources = spec.withObject("/resources");
            if (!resources.hasNonNull("instance_count")) {
                resources.put("instance_count", "1");
            }
        }
        if (spec.get("distribution") instanceof ObjectNode distribution) {
            String kind = distribution.path("type").asText();
            distribution.put("type", DISTRIBUTIONS.getOrDefault(kind, kind));
        }
        Json.text(spec, "environment").ifPresent(name -> spec.put("environment", Curated.resolve(name)));
        return ordered(spec);
    }

    private static ObjectNode inputs(ObjectNode sent) {
        ObjectNode inputs = Json.object();
        for (boolean values : new boolean[] {false, true}) {
            sent.properties().stream()
                    .filter(input -> values
                            == VALUES.contains(input.getValue().path("type").asText()))
                    .forEach(input -> inputs.set(input.getKey(), input(input.getValue())));
        }
        return inputs;
    }

    private static ObjectNode input(JsonNode sent) {
        ObjectNode input = Json.object().put("type", sent.path("type").asText());
        input.put("optional", Json.text(sent, "optional").orElse("False"));
        // Seen of a text that named a compute target.
        Json.text(sent, "default")
                .ifPresent(value -> input.put("default", value.replaceFirst("^azureml:(?=[^:/]+$)", "")));
        sent.properties().stream()
                .filter(member -> !input.has(member.getKey()))
                .forEach(member -> input.set(member.getKey(), member.getValue()));
        return input;
    }

    private static ObjectNode ordered(ObjectNode spec) {
        ObjectNode ordered = Json.object();
        ORDER.stream().filter(spec::has).forEach(name -> ordered.set(name, spec.get(name)));
        spec.properties().stream()
                .filter(member -> !ordered.has(member.getKey()))
                .forEach(member -> ordered.set(member.getKey(), member.getValue()));
        return ordered;
    }

    /** A copy in which true is "True", 1 is "1", and what is null is left out. */
    private static JsonNode texts(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().stream()
                    .filter(member -> !member.getValue().isNull())
                    .forEach(member -> copy.set(member.getKey(), texts(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(element -> copy.add(texts(element)));
            return copy;
        }
        if (node.isBoolean()) {
            return Json.MAPPER.getNodeFactory().textNode(node.booleanValue() ? "True" : "False");
        }
        return node.isNumber() ? Json.MAPPER.getNodeFactory().textNode(node.asText()) : node;
    }
}
