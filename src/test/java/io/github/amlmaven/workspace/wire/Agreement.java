package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares what Azure's client sent with the bodies of the wire. Ids are made of content on both sides, so that a difference deep down is one
 * difference; what the page of the wire says to differ is put aside.
 */
final class Agreement {
    private static final String ANONYMOUS = Captured.PLACE + "/";

    /** A digest over ids that differ, and where the client read a definition. */
    private static final Set<String> ASIDE = Set.of("client_component_hash", "_source");

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** The id that stands for an asset with this body. */
    static String id(AssetKind kind, Body body) {
        return ANONYMOUS + (kind == AssetKind.COMPONENT ? "components" : "environments") + "/"
                + PythonJson.sha256(text(normalized(body.content())));
    }

    /**
     * What differs.
     *
     * @param puts what the client sent, in its order
     * @param captured the same definition here
     * @return the bodies that one side has alone, and where the last ones differ
     */
    List<String> differences(JsonNode puts, Captured captured) throws UntranslatableException {
        Map<String, JsonNode> theirs = new TreeMap<>();
        JsonNode last = JsonNodeFactory.instance.missingNode();
        for (JsonNode put : puts) {
            String path = put.path("path").asText();
            JsonNode body = normalized(replaced(put.path("body")));
            if (path.startsWith("environments/CliV2") || path.startsWith("components/azureml_anonymous")) {
                String id = ANONYMOUS + path.substring(0, path.indexOf('/')) + "/" + PythonJson.sha256(text(body));
                ids.put(Captured.PLACE + "/" + path, id);
                theirs.put(id, body);
            } else {
                last = body;
            }
        }
        JsonNode own = normalized(captured.body().content());
        Map<String, JsonNode> ours = new TreeMap<>();
        captured.bodies().forEach((reference, body) -> ours.put(id(kind(reference), body), normalized(body.content())));
        List<String> differences = new ArrayList<>();
        onlyIn(theirs, ours, differences);
        if (differences.isEmpty() && !last.isMissingNode()) {
            compare("", last, own, differences);
        }
        return differences;
    }

    private static AssetKind kind(String reference) {
        return reference.startsWith("snapshot:component") ? AssetKind.COMPONENT : AssetKind.ENVIRONMENT;
    }

    private static void onlyIn(Map<String, JsonNode> theirs, Map<String, JsonNode> ours, List<String> differences) {
        Map<String, JsonNode> left = new TreeMap<>(theirs);
        left.keySet().removeAll(ours.keySet());
        Map<String, JsonNode> right = new TreeMap<>(ours);
        right.keySet().removeAll(theirs.keySet());
        left.forEach((id, body) -> {
            List<String> fewest = List.of("only Azure's client sends " + body);
            for (JsonNode other : right.values()) {
                List<String> now = new ArrayList<>();
                compare("", body, other, now);
                if (now.size() <= fewest.size() || fewest.stream().anyMatch(d -> d.startsWith("only"))) {
                    fewest = now;
                }
            }
            differences.addAll(fewest);
        });
        if (left.isEmpty()) {
            right.forEach((id, body) -> differences.add("only the wire has " + body));
        }
    }

    static void compare(String at, JsonNode theirs, JsonNode ours, List<String> differences) {
        if (theirs.isObject() && ours.isObject()) {
            TreeSet<String> keys = new TreeSet<>();
            theirs.fieldNames().forEachRemaining(keys::add);
            ours.fieldNames().forEachRemaining(keys::add);
            keys.forEach(key -> compare(at + "/" + key, theirs.path(key), ours.path(key), differences));
        } else if (!text(theirs).equals(text(ours))) {
            differences.add(at + " Azure: " + theirs + " ours: " + ours);
        }
    }

    private JsonNode replaced(JsonNode body) {
        if (body.isTextual()) {
            String text = body.asText();
            for (Map.Entry<String, String> id : ids.entrySet()) {
                text = text.replace(id.getKey(), id.getValue());
            }
            return JsonNodeFactory.instance.textNode(text);
        }
        if (body.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(field -> copy.set(field.getKey(), replaced(field.getValue())));
            return copy;
        }
        if (body.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            body.forEach(element -> copy.add(replaced(element)));
            return copy;
        }
        return body;
    }

    /** Without what is empty, numbers by their value, conda files by their meaning, and uploads without the client's hash. */
    static JsonNode normalized(JsonNode body) {
        if (body.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            body.properties().forEach(field -> {
                JsonNode value =
                        field.getKey().equals("condaFile") ? yaml(field.getValue()) : normalized(field.getValue());
                boolean empty = value.isNull() || (value.isContainerNode() && value.isEmpty());
                if (!empty && !ASIDE.contains(field.getKey())) {
                    copy.set(field.getKey(), value);
                }
            });
            return copy;
        }
        if (body.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            body.forEach(element -> copy.add(normalized(element)));
            return copy;
        }
        if (body.isNumber()) {
            return JsonNodeFactory.instance.numberNode(body.decimalValue().stripTrailingZeros());
        }
        return body.isTextual()
                ? JsonNodeFactory.instance.textNode(body.asText()
                        .replaceAll("LocalUpload/[0-9a-f]{32,64}/", "LocalUpload/")
                        .replace(
                                "https://account.blob.core.windows.net/container/",
                                "azureml://datastores/workspaceblobstore/paths/")
                        .replaceFirst("^azureml://subscriptions/.*/workspaces/ws/datastores/", "azureml://datastores/"))
                : body;
    }

    private static JsonNode yaml(JsonNode text) {
        try {
            byte[] bytes = text.asText().getBytes(StandardCharsets.UTF_8);
            return normalized(Document.read(TreePath.of("conda.yml"), new ByteArrayInputStream(bytes))
                    .root());
        } catch (Exception e) {
            throw new IllegalStateException(text.asText(), e);
        }
    }

    /** The same text for the same content. */
    private static String text(JsonNode body) {
        StringBuilder text = new StringBuilder();
        write(body, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder text) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            text.append('{');
            sorted.forEach((key, content) -> {
                text.append('"').append(key).append("\":");
                write(content, text);
                text.append(',');
            });
            text.append('}');
        } else if (value.isArray()) {
            text.append('[');
            value.forEach(element -> {
                write(element, text);
                text.append(',');
            });
            text.append(']');
        } else {
            text.append(value);
        }
    }
}
