package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks over what was sent, and collects everything that is wrong with it. */
final class Body {
    private final ObjectNode json;
    private final List<String> problems = new ArrayList<>();

    Body(ObjectNode json) {
        this.json = json;
        if (!(json.get("properties") instanceof ObjectNode)) {
            problems.add("properties: The properties field is required.");
        }
        List.of("id", "name", "type", "systemData").forEach(name -> readOnly(json, name));
        readOnly(properties(), "provisioningState");
        texts("tags", json.path("tags"));
        texts("properties.tags", properties().path("tags"));
        texts("properties.properties", properties().path("properties"));
    }

    /** An asset that was read may be sent back as a whole: archiving does so. */
    private void readOnly(ObjectNode where, String name) {
        if (where.has(name) && !where.path(name).isNull() && !json.has("id")) {
            problems.add(name + ": The field is read-only.");
        }
    }

    ObjectNode properties() {
        return Json.child(json, "properties");
    }

    /** A text that has to be there. */
    String text(ObjectNode where, String name) {
        Optional<String> text = Json.text(where, name);
        if (text.isEmpty() || text.get().isBlank()) {
            problems.add(name + ": The " + name + " field is required.");
        }
        return text.orElse("");
    }

    /** An object that has to be there. */
    ObjectNode object(ObjectNode where, String name) {
        if (!(where.get(name) instanceof ObjectNode)) {
            problems.add(name + ": The " + name + " field is required.");
        }
        return Json.child(where, name);
    }

    /** A text of few, by any case of their letters. */
    void oneOf(ObjectNode where, String name, String... values) {
        Optional<String> text = Json.text(where, name);
        if (text.isPresent() && List.of(values).stream().noneMatch(text.get()::equalsIgnoreCase)) {
            problems.add(name + ": The value '" + text.get() + "' is not one of " + String.join(", ", values) + ".");
        }
    }

    void bool(ObjectNode where, String name) {
        if (where.has(name) && !where.path(name).isNull() && !where.path(name).isBoolean()) {
            problems.add(name + ": Could not convert to boolean: " + where.path(name) + ".");
        }
    }

    private void texts(String name, JsonNode map) {
        if (map.isMissingNode() || map.isNull()) {
            return;
        }
        if (!map.isObject()) {
            problems.add(name + ": A dictionary is expected.");
            return;
        }
        map.properties().stream()
                .filter(entry -> entry.getValue().isContainerNode())
                .forEach(entry -> problems.add(name + "." + entry.getKey() + ": A string is expected."));
    }

    void problem(String problem) {
        problems.add(problem);
    }

    /** Says no where anything was wrong. */
    void check() throws Refusal {
        if (!problems.isEmpty()) {
            throw new Refusal(
                    400,
                    "ValidationError",
                    "The request is invalid.\n" + String.join("\n", problems),
                    "BadArgument",
                    "ArgumentInvalid");
        }
    }
}
