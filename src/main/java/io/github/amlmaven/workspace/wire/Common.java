package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What most bodies have. */
final class Common {
    private Common() {}

    /**
     * Description, tags and properties.
     *
     * @param fields the definition's
     * @param properties where they go
     */
    static void describe(Fields fields, ObjectNode properties) {
        fields.text("description").ifPresent(text -> properties.put("description", text));
        texts(fields, "tags", properties);
        texts(fields, "properties", properties);
    }

    /**
     * A mapping of texts, if there is anything in it.
     *
     * @param fields the definition's
     * @param key which mapping
     * @param properties where it goes, under the same name
     */
    static void texts(Fields fields, String key, ObjectNode properties) {
        texts(fields, key, properties, key);
    }

    static void texts(Fields fields, String key, ObjectNode properties, String name) {
        Map<String, JsonNode> entries = fields.entries(key);
        if (!entries.isEmpty()) {
            ObjectNode texts = properties.putObject(name);
            entries.forEach((entry, value) -> texts.put(entry, PythonText.of(value)));
        }
    }
}
