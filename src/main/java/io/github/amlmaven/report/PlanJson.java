package io.github.amlmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.amlmaven.publish.Plan;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A plan as JSON, for programs. */
public final class PlanJson {
    private PlanJson() {}

    /**
     * Writes plans: an array of objects, one for each target.
     *
     * @param plans the plans
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(List<Plan> plans, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                JsonGenerator json = PrettyJson.over(out)) {
            json.writeStartArray();
            for (Plan plan : plans) {
                write(plan, json);
            }
            json.writeEndArray();
        }
    }

    private static void write(Plan plan, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("target", plan.target());
        json.writeStringField("place", plan.place().id());
        json.writeStringField("snapshot", plan.snapshot());
        json.writeStringField("artifact", plan.artifact());
        json.writeStringField("commit", plan.commit());
        json.writeArrayFieldStart("steps");
        for (Plan.Step step : plan.steps()) {
            json.writeStartObject();
            json.writeStringField("action", step.action().name().toLowerCase(Locale.ROOT));
            json.writeStringField("kind", step.kind());
            json.writeStringField("name", step.name());
            json.writeStringField("asset", step.reference());
            json.writeStringField("id", step.id());
            json.writeStringField("digest", step.digest());
            texts("changes", step.changes(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("remotes");
        for (Plan.Remote remote : plan.remotes()) {
            json.writeStartObject();
            json.writeStringField("written", remote.written());
            json.writeStringField("id", remote.id());
            json.writeStringField("digest", remote.digest());
            json.writeEndObject();
        }
        json.writeEndArray();
        texts("remarks", plan.remarks(), json);
        texts("problems", plan.problems(), json);
        json.writeEndObject();
    }

    private static void texts(String name, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }
}
