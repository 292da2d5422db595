package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.wire.Body;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdleTest {
    private static List<String> remarks(String start, String end, String zone, String now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties")
                .putObject("trigger")
                .put("startTime", start)
                .put("endTime", end)
                .put("timeZone", zone);
        return Idle.remarks("nightly", new Body(body, List.of()), Optional.empty(), Instant.parse(now));
    }

    @Test
    void itIsOverAfterItsEnd() {
        assertThat(remarks("", "2026-06-30T12:00:00", "UTC", "2026-06-30T12:00:00Z"))
                .isEmpty();
        assertThat(remarks("", "2026-06-30T12:00:00", "UTC", "2026-06-30T12:00:01Z"))
                .containsExactly(
                        "The schedule nightly runs nothing any more: its end_time, 2026-06-30T12:00, is over.");
    }

    @Test
    void inAnotherZoneItIsOverWhenItIsEverywhere() {
        String zone = "Pacific Standard Time";
        assertThat(remarks("", "2026-06-30T12:00:00", zone, "2026-06-30T23:59:59Z"))
                .isEmpty();
        assertThat(remarks("", "2026-06-30T12:00:00", zone, "2026-07-01T00:00:01Z"))
                .hasSize(1);
    }

    @Test
    void whatEndsBeforeItBeginsNeverRuns() {
        assertThat(remarks("2026-08-02T00:00:00", "2026-08-01T00:00:00", "UTC", "2026-07-01T00:00:00Z"))
                .containsExactly("The schedule nightly runs nothing any more: its end_time, 2026-08-01T00:00, is before"
                        + " its start_time, 2026-08-02T00:00.");
        assertThat(remarks("2026-08-01T00:00:00", "2026-08-02T00:00:00", "UTC", "2026-07-01T00:00:00Z"))
                .isEmpty();
    }
}
