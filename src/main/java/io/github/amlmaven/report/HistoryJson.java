package io.github.amlmaven.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.amlmaven.publish.Running;
import io.github.amlmaven.publish.Standing;
import io.github.amlmaven.repository.History;
import io.github.amlmaven.snapshot.Difference;
import io.github.amlmaven.workspace.wire.Hold;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of a project as a file for other programs: {@code {"formatVersion": 1, "groupId", "artifactId", "older": n, "versions": […]}},
 * newest first. Each version is {@code {"version", "state"}}; its state is {@code captured}, {@code not-captured}, {@code not-downloaded} or
 * {@code unreadable} (then with a {@code reason}). One that is captured has {@code repository}, {@code id}, {@code commit}, {@code
 * committedAt}, {@code pipelines}, {@code publishable} and, when there is a snapshot before it, {@code changes}: {@code {"since", "assets":
 * {"added", "removed", "changed"}, "code": {…}}}.
 *
 * <p>When a workspace was asked, {@code workspace} is {@code {"id", "live": […], "idle": […], "held": […]}}. What is live is {@code {"kind", "name",
 * "version", "id", "commit"}}, and {@code before} with {@code coordinates} and {@code id} if it ran something else before; what is idle is a schedule
 * that is switched off or over, and has {@code why} as well. What is held is {@code {"coordinates", "id", "reason", "since"}}, the last in UTC.
 */
public final class HistoryJson {
    private static final int FORMAT_VERSION = 1;

    private HistoryJson() {}

    /**
     * Writes the file, whole or not at all.
     *
     * @param history the snapshots
     * @param standing what a workspace says of them, if one was asked
     * @param file where to; its folder is made
     * @throws IOException when it cannot be written
     */
    public static void write(History history, Optional<Standing> standing, Path file) throws IOException {
        WholeFile.write(file, out -> write(history, standing, out));
    }

    private static void write(History history, Optional<Standing> standing, OutputStream out) throws IOException {
        try (JsonGenerator json = PrettyJson.over(out)) {
            json.writeStartObject();
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            json.writeStringField("groupId", history.coordinates().groupId());
            json.writeStringField("artifactId", history.coordinates().artifactId());
            json.writeNumberField("older", history.older());
            json.writeArrayFieldStart("versions");
            for (History.Entry entry : history.entries()) {
                json.writeStartObject();
                json.writeStringField("version", entry.version());
                write(entry, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            if (standing.isPresent()) {
                write(standing.get(), json);
            }
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void write(Standing standing, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("workspace");
        json.writeStringField("id", standing.place().id());
        running("live", standing.live(), json);
        running("idle", standing.idle(), json);
        json.writeArrayFieldStart("held");
        for (Hold hold : standing.held()) {
            json.writeStartObject();
            json.writeStringField("coordinates", hold.stamp().coordinates());
            json.writeStringField("id", hold.stamp().snapshot());
            json.writeStringField("reason", hold.reason());
            json.writeStringField("since", hold.since().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void running(String name, List<Running> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Running one : all) {
            json.writeStartObject();
            json.writeStringField("kind", one.kind());
            json.writeStringField("name", one.name());
            json.writeStringField("version", one.version());
            json.writeStringField("id", one.stamp().snapshot());
            json.writeStringField("commit", one.stamp().commit());
            if (one.idle().isPresent()) {
                json.writeStringField("why", one.idle().get());
            }
            if (one.before().isPresent()) {
                json.writeObjectFieldStart("before");
                json.writeStringField("coordinates", one.before().get().coordinates());
                json.writeStringField("id", one.before().get().snapshot());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void write(History.Entry entry, JsonGenerator json) throws IOException {
        if (entry instanceof History.Captured captured) {
            json.writeStringField("state", "captured");
            write(captured, json);
        } else if (entry instanceof History.Unreadable unreadable) {
            json.writeStringField("state", "unreadable");
            json.writeStringField("reason", unreadable.reason());
        } else {
            json.writeStringField("state", entry instanceof History.NotDownloaded ? "not-downloaded" : "not-captured");
        }
    }

    private static void write(History.Captured captured, JsonGenerator json) throws IOException {
        json.writeStringField("repository", captured.repository());
        json.writeStringField("id", captured.id());
        json.writeStringField("commit", captured.commit());
        json.writeStringField("committedAt", captured.committedAt().toString());
        list("pipelines", captured.pipelines(), json);
        json.writeBooleanField("publishable", captured.publishable());
        if (captured.change().isPresent()) {
            History.Change change = captured.change().get();
            json.writeObjectFieldStart("changes");
            json.writeStringField("since", change.since());
            changes("assets", change.difference().assets(), json);
            changes("code", change.difference().code(), json);
            json.writeEndObject();
        }
    }

    private static void changes(String name, Difference.Changes<?> changes, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        list("added", changes.added(), json);
        list("removed", changes.removed(), json);
        list("changed", changes.changed(), json);
        json.writeEndObject();
    }

    private static void list(String name, List<?> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }
}
