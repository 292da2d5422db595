package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The fields of a mapping in a definition, and which of them were read: what nobody read is unknown. A field that is null is not there. */
final class Fields {
    private final JsonNode node;
    private final JsonPointer at;
    private final Report report;
    private final Set<String> read = new HashSet<>();

    Fields(JsonNode node, JsonPointer at, Report report) {
        this.node = node;
        this.at = at;
        this.report = report;
        if (!node.isObject()) {
            report.problem(at, "This has to be a mapping of fields.", "Write it as 'name: value' lines.");
        }
    }

    JsonPointer at(String key) {
        return at.appendProperty(key);
    }

    /** A value that somebody else reads. */
    JsonNode peek(String key) {
        return node.path(key);
    }

    boolean has(String key) {
        return node.hasNonNull(key);
    }

    Optional<JsonNode> value(String key) {
        read.add(key);
        return Optional.of(node.path(key)).filter(value -> !value.isMissingNode() && !value.isNull());
    }

    /** The text of a scalar, as it is written. */
    Optional<String> text(String key) {
        Optional<JsonNode> value = value(key);
        if (value.isPresent() && value.get().isContainerNode()) {
            report.problem(at(key), "'" + key + "' has to be one value.", "Write a text or a number.");
            return Optional.empty();
        }
        return value.map(JsonNode::asText);
    }

    Optional<Fields> fields(String key) {
        return value(key).map(value -> new Fields(value, at(key), report));
    }

    /** The entries of a mapping that people name, such as inputs. */
    Map<String, JsonNode> entries(String key) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        JsonNode value = value(key).orElse(JsonNodeFactory.instance.objectNode());
        if (!value.isObject()) {
            report.problem(at(key), "'" + key + "' has to be a mapping.", "Write it as 'name: value' lines.");
        }
        value.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    /** Says of fields that they need not be in the body. */
    void skip(String... keys) {
        read.addAll(Set.of(keys));
    }

    void problem(String key, String message, String fix) {
        report.problem(at(key), message, fix);
    }

    void lost(String sentence) {
        report.lost(sentence);
    }

    /** What nobody read. */
    Map<String, JsonNode> rest() {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        node.properties().forEach(field -> {
            if (!read.contains(field.getKey()) && !field.getValue().isNull()) {
                rest.put(field.getKey(), field.getValue());
            }
        });
        return rest;
    }

    /** Names what nobody read: the body has no place for it. */
    void refuseRest() {
        rest().keySet()
                .forEach(key -> report.problem(
                        at(key),
                        "Azure ML's REST contract has no place for '" + key + "' here.",
                        "Correct the name of the field, or remove it."));
    }
}
