package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What all assets have in common. */
final class Assets {
    private Assets() {}

    /** Description, tags, properties and the two flags, as they are answered. */
    static ObjectNode common(ObjectNode sent) {
        ObjectNode answer = Json.object();
        answer.put("description", Json.text(sent, "description").orElse(null));
        answer.set("tags", Json.texts(sent, "tags"));
        answer.set("properties", Json.texts(sent, "properties"));
        answer.put("isArchived", sent.path("isArchived").asBoolean());
        answer.put("isAnonymous", sent.path("isAnonymous").asBoolean());
        return answer;
    }

    static String stage(ObjectNode sent, boolean unnamed) {
        if (sent.path("isArchived").asBoolean()) {
            return "Archived";
        }
        return unnamed ? "Logged" : "Development";
    }
}
