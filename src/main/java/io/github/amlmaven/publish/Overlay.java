package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is different in one target: names of computes and datastores, inputs of pipelines, times of schedules. It is applied to the definitions
 * of a snapshot before they are published, and is no part of any asset's digest.
 *
 * @param source where it was read, for people; empty when nothing is different
 * @param computes what each compute is called there
 * @param datastores what each datastore is called there
 * @param inputs by pipeline (its name or its file) the inputs that have another value there
 * @param triggers by schedule (its name or its file) what its trigger says there
 */
public record Overlay(
        String source,
        Map<String, String> computes,
        Map<String, String> datastores,
        Map<String, JsonNode> inputs,
        Map<String, JsonNode> triggers) {

    /** Nothing is different. */
    public static final Overlay NONE = new Overlay("", Map.of(), Map.of(), Map.of(), Map.of());

    private static final Set<String> COMPUTE_FIELDS = Set.of("compute", "default_compute");
    private static final String DATASTORE_FIELD = "default_datastore";
    private static final String DATASTORE_URI = "azureml://datastores/";
    private static final String AZUREML = "azureml:";

    /** Takes its own copies. */
    public Overlay {
        computes = Map.copyOf(computes);
        datastores = Map.copyOf(datastores);
        inputs = Map.copyOf(inputs);
        triggers = Map.copyOf(triggers);
    }

    /**
     * Reads an overlay.
     *
     * @param name what the file is called, for messages
     * @param root the mapping in the file: {@code computes}, {@code datastores}, {@code inputs}, {@code schedules}, none of them required
     * @return the overlay
     * @throws UnpublishableException when it says something else
     */
    public static Overlay read(String name, JsonNode root) throws UnpublishableException {
        List<String> problems = new ArrayList<>();
        root.fieldNames().forEachRemaining(field -> {
            if (!Set.of("computes", "datastores", "inputs", "schedules").contains(field)
                    || !root.path(field).isObject()) {
                problems.add(
                        name + ": '" + field + "' is none of the mappings computes, datastores, inputs, schedules.");
            }
        });
        if (!root.isObject() && !root.isNull()) {
            problems.add(name + ": an overlay is a mapping.");
        }
        for (String field : List.of("computes", "datastores")) {
            root.path(field).properties().stream()
                    .filter(entry -> entry.getValue().isNull()
                            || entry.getValue().asText().isBlank())
                    .forEach(entry ->
                            problems.add(name + ": '" + entry.getKey() + "' of " + field + " takes another name."));
        }
        for (String field : List.of("inputs", "schedules")) {
            root.path(field).properties().stream()
                    .filter(entry -> !entry.getValue().isObject())
                    .forEach(entry -> problems.add(name + ": '" + entry.getKey() + "' of " + field
                            + " takes a mapping of what is different in it."));
        }
        if (!problems.isEmpty()) {
            throw new UnpublishableException(problems);
        }
        return new Overlay(
                name,
                texts(root.path("computes")),
                texts(root.path("datastores")),
                trees(root.path("inputs")),
                trees(root.path("schedules")));
    }

    private static Map<String, String> texts(JsonNode mapping) {
        Map<String, String> texts = new TreeMap<>();
        mapping.properties()
                .forEach(entry ->
                        texts.put(plain(entry.getKey()), plain(entry.getValue().asText())));
        return texts;
    }

    private static Map<String, JsonNode> trees(JsonNode mapping) {
        Map<String, JsonNode> trees = new TreeMap<>();
        mapping.properties().forEach(entry -> trees.put(entry.getKey(), entry.getValue()));
        return trees;
    }

    private static String plain(String name) {
        return name.startsWith(AZUREML) && !name.startsWith(AZUREML + "//") ? name.substring(AZUREML.length()) : name;
    }

    /**
     * Applies it to a definition.
     *
     * @param id which
     * @param definition the definition
     * @return the same with what is different
     */
    JsonNode applied(AssetId id, JsonNode definition) {
        if (isEmpty()) {
            return definition;
        }
        JsonNode copy = definition.deepCopy();
        rename(copy);
        if (id.kind() == AssetKind.PIPELINE) {
            said(inputs, id, definition).forEach(values -> merge(copy, "inputs", values));
        } else if (id.kind() == AssetKind.SCHEDULE) {
            said(triggers, id, definition).forEach(values -> merge(copy, "trigger", values));
        }
        return copy;
    }

    /** The pipelines, inputs and schedules that it speaks of and that are none of these, each as a sentence. */
    List<String> unused(Map<AssetId, JsonNode> definitions) {
        List<String> unused = new ArrayList<>();
        inputs.forEach((key, values) -> {
            if (isUnknown(key, AssetKind.PIPELINE, definitions)) {
                unused.add("The overlay gives inputs to " + key + ", which is no pipeline of the snapshot.");
            }
            definitions.forEach((id, definition) -> {
                if (id.kind() == AssetKind.PIPELINE && isMeant(key, id, definition)) {
                    values.fieldNames().forEachRemaining(input -> {
                        if (!definition.path("inputs").has(input)) {
                            unused.add("The overlay gives " + key + " an input " + input + ", which it does not have.");
                        }
                    });
                }
            });
        });
        triggers.keySet().stream()
                .filter(key -> isUnknown(key, AssetKind.SCHEDULE, definitions))
                .forEach(key ->
                        unused.add("The overlay gives times to " + key + ", which is no schedule of the snapshot."));
        return unused;
    }

    /**
     * The computes and datastores that it gives another name and that nothing names, each as a sentence. One overlay may be that of several
     * snapshots, so that this is no mistake by itself.
     */
    List<String> idle(Iterable<JsonNode> definitions) {
        Set<String> named = new TreeSet<>();
        definitions.forEach(definition -> collect(definition, named));
        List<String> idle = new ArrayList<>();
        computes.keySet().stream()
                .filter(name -> !named.contains("compute " + name))
                .sorted()
                .forEach(name -> idle.add("compute " + name));
        datastores.keySet().stream()
                .filter(name -> !named.contains("datastore " + name))
                .sorted()
                .forEach(name -> idle.add("datastore " + name));
        return idle.stream()
                .map(what -> "Nothing of the snapshot names the " + what + " that the overlay " + source
                        + " gives another name.")
                .toList();
    }

    private static void collect(JsonNode node, Set<String> named) {
        node.properties().forEach(entry -> {
            String text = entry.getValue().asText();
            if (COMPUTE_FIELDS.contains(entry.getKey())) {
                named.add("compute " + plain(text));
            } else if (entry.getKey().equals(DATASTORE_FIELD)) {
                named.add("datastore " + plain(text));
            } else if (text.startsWith(DATASTORE_URI)) {
                named.add("datastore " + datastore(text));
            }
        });
        node.forEach(child -> collect(child, named));
    }

    private static String datastore(String uri) {
        return uri.substring(DATASTORE_URI.length()).split("/", -1)[0];
    }

    private static boolean isUnknown(String key, AssetKind kind, Map<AssetId, JsonNode> definitions) {
        return definitions.entrySet().stream()
                .noneMatch(entry -> entry.getKey().kind() == kind && isMeant(key, entry.getKey(), entry.getValue()));
    }

    private static List<JsonNode> said(Map<String, JsonNode> values, AssetId id, JsonNode definition) {
        return values.entrySet().stream()
                .filter(entry -> isMeant(entry.getKey(), id, definition))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean isMeant(String key, AssetId id, JsonNode definition) {
        return key.equals(id.source()) || key.equals(definition.path("name").asText());
    }

    /** An input that is data keeps its type and mode when only another path is given. */
    private static void merge(JsonNode definition, String field, JsonNode values) {
        ObjectNode into = ((ObjectNode) definition).withObjectProperty(field);
        values.properties().forEach(entry -> {
            JsonNode before = into.path(entry.getKey());
            if (before.isObject() && entry.getValue().isTextual()) {
                ((ObjectNode) before).set("path", entry.getValue());
            } else {
                into.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private void rename(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(field -> {
                JsonNode value = object.get(field);
                if (value.isTextual()) {
                    object.set(field, TextNode.valueOf(renamed(field, value.textValue())));
                }
            });
        }
        node.forEach(this::rename);
    }

    private String renamed(String field, String text) {
        if (COMPUTE_FIELDS.contains(field)) {
            return computes.containsKey(plain(text)) ? AZUREML + computes.get(plain(text)) : text;
        } else if (field.equals(DATASTORE_FIELD)) {
            return datastores.containsKey(plain(text)) ? AZUREML + datastores.get(plain(text)) : text;
        } else if (text.startsWith(DATASTORE_URI)) {
            String name = datastore(text);
            return datastores.containsKey(name)
                    ? DATASTORE_URI + datastores.get(name) + text.substring(DATASTORE_URI.length() + name.length())
                    : text;
        }
        return text;
    }

    /**
     * What a reference of the snapshot is in the target.
     *
     * @param field a field that has such a reference
     * @param written the reference as written
     * @return the reference there
     */
    String renamedReference(String field, String written) {
        return renamed(field, written);
    }

    /** Whether nothing is different. */
    boolean isEmpty() {
        return computes.isEmpty() && datastores.isEmpty() && inputs.isEmpty() && triggers.isEmpty();
    }

    /** For the plan: what is different, a sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        computes.forEach((from, to) -> sentences.add("the compute " + from + " is " + to));
        datastores.forEach((from, to) -> sentences.add("the datastore " + from + " is " + to));
        inputs.forEach((pipeline, values) -> sentences.add("the inputs of " + pipeline + " are " + values));
        triggers.forEach((schedule, values) -> sentences.add("the times of " + schedule + " are " + values));
        return sentences.stream()
                .sorted()
                .map(sentence -> "By the overlay " + source + " " + sentence + ".")
                .toList();
    }

    /** What is different, in one tree. */
    ObjectNode shown() {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        computes.forEach(shown.putObject("computes")::put);
        datastores.forEach(shown.putObject("datastores")::put);
        inputs.forEach(shown.putObject("inputs")::set);
        triggers.forEach(shown.putObject("schedules")::set);
        return shown;
    }
}
