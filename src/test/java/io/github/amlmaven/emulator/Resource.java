package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * What there is under an id.
 *
 * @param id how it is called
 * @param sent the body that it was made or last changed with
 * @param answer the body that the service answers, without id, name, type and times
 * @param created when it was made, by the emulator's own clock
 * @param modified when it was last changed
 */
record Resource(Id id, ObjectNode sent, ObjectNode answer, Instant created, Instant modified) {

    ObjectNode properties() {
        return Json.child(answer, "properties");
    }

    boolean archived() {
        return properties().path("isArchived").asBoolean();
    }

    /** All of it, as a GET has it. */
    ObjectNode body() {
        ObjectNode body = Json.object()
                .put("id", id.toString())
                .put("name", id.types().isEmpty() ? id.scope().name() : id.name())
                .put("type", id.armType());
        body.setAll(answer.deepCopy());
        body.putObject("systemData")
                .put("createdAt", created.toString())
                .put("createdBy", "Someone")
                .put("createdByType", "Application")
                .put("lastModifiedAt", modified.toString())
                .put("lastModifiedBy", "Someone")
                .put("lastModifiedByType", "Application");
        return body;
    }
}
