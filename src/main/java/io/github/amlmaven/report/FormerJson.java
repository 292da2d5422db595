package io.github.amlmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.publish.Former;
import io.github.amlmaven.publish.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What was live before something was published, as a file: {@code {"formatVersion": 1, "at", "place", "next": {"coordinates", "id"}, "before":
 * […]}}. Each of these is {@code {"kind", "name", "id", "runs": {"coordinates", "id", "commit"}, "body"}}; what was not published with this
 * plugin has no {@code runs}.
 */
public final class FormerJson {
    private static final int FORMAT_VERSION = 1;

    private FormerJson() {}

    /**
     * Writes the file, whole or not at all, for nobody but the user: what others put into a workspace may be a secret.
     *
     * @param plan what is going to be done
     * @param formers what it points elsewhere
     * @param at when that is
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(Plan plan, List<Former> formers, Instant at, Path file) throws IOException {
        WholeFile.write(file, out -> {
            try (JsonGenerator json = PrettyJson.over(out)) {
                json.writeStartObject();
                json.writeNumberField("formatVersion", FORMAT_VERSION);
                json.writeStringField("at", at.toString());
                json.writeStringField("place", plan.place().id());
                json.writeObjectFieldStart("next");
                json.writeStringField("coordinates", plan.artifact());
                json.writeStringField("id", plan.snapshot());
                json.writeEndObject();
                json.writeArrayFieldStart("before");
                for (Former former : formers) {
                    write(former, json);
                }
                json.writeEndArray();
                json.writeEndObject();
                json.writeRaw('\n');
            }
        });
    }

    private static void write(Former former, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", former.kind());
        json.writeStringField("name", former.name());
        json.writeStringField("id", former.id());
        if (former.stamp().isPresent()) {
            json.writeObjectFieldStart("runs");
            json.writeStringField("coordinates", former.stamp().get().coordinates());
            json.writeStringField("id", former.stamp().get().snapshot());
            json.writeStringField("commit", former.stamp().get().commit());
            json.writeEndObject();
        }
        json.writeFieldName("body");
        new ObjectMapper().writeTree(json, former.body());
        json.writeEndObject();
    }
}
