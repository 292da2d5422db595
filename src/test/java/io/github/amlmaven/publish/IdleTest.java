package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.wire.Body;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    private static List<String> remarks(String trigger) throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("properties").set("trigger", new ObjectMapper().readTree(trigger));
        return Idle.remarks(
                "nightly", new Body(body, List.of()), Optional.empty(), Instant.parse("2026-07-01T12:00:00Z"));
    }

    /** It is the noon of a Wednesday, the first of July. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // Counted from the start.
                "'frequency': 'day', 'interval': 1 | 2026-06-01T13:00:00 | 2026-07-01T12:59:59 | 2026-07-01T13:00:00",
                "'frequency': 'Week', 'interval': 2 | 2026-06-01T00:00:00 | 2026-07-12T23:59:59 | 2026-07-13T00:00:00",
                "'frequency': 'month', 'interval': 3 | 2026-05-31T09:00:00 | 2026-08-31T08:59:59 | 2026-08-31T09:00:00",
                "'frequency': 'minute', 'interval': 90 | 2026-07-01T11:00:00 | 2026-07-01T12:29:59 | 2026-07-01T12:30:00",
                "'frequency': 'hour', 'interval': 1 | 2026-07-09T11:00:00 | 2026-07-09T10:59:59 | 2026-07-09T11:00:00",
                // On the days and at the times of a pattern.
                "'frequency': 'day', 'interval': 1, 'schedule': {'hours': [4, 10], 'minutes': [15]} | 2026-06-01T00:00:00 | 2026-07-02T04:14:59 | 2026-07-02T04:15:00",
                "'frequency': 'week', 'interval': 1, 'schedule': {'hours': ['10'], 'minutes': [0], 'weekDays': ['Monday', 'tuesday']} | 2026-06-01T00:00:00 | 2026-07-06T09:59:59 | 2026-07-06T10:00:00",
                "'frequency': 'month', 'interval': 1, 'schedule': {'hours': [3], 'minutes': [30], 'monthDays': [31]} | 2026-06-01T00:00:00 | 2026-07-31T03:29:59 | 2026-07-31T03:30:00",
                // Of a cron expression the day and the month count for nothing.
                "'triggerType': 'Cron', 'expression': '15 3 1 1 *' | 2026-06-01T00:00:00 | 2026-07-02T03:14:59 | 2026-07-02T03:15:00",
                "'triggerType': 'Cron', 'expression': '*/20 9-11 * * 1,5' | 2026-06-01T00:00:00 | 2026-07-03T08:59:59 | 2026-07-03T09:00:00",
                "'triggerType': 'Cron', 'expression': '0 0 * * 0' | 2026-06-01T00:00:00 | 2026-07-04T23:59:59 | 2026-07-05T00:00:00",
                "'triggerType': 'Cron', 'expression': '0 0 * * 6-7' | 2026-07-05T00:00:00 | 2026-07-04T00:00:00 | 2026-07-05T00:00:00"
            })
    void whatEndsBeforeItsNextRunIsTold(String when, String start, String before, String after) throws Exception {
        String from = "{" + when.replace('\'', '"') + ", \"startTime\": \"" + start + "\", \"endTime\": \"";
        assertThat(remarks(from + before + "\"}"))
                .singleElement()
                .asString()
                .startsWith("The schedule nightly runs nothing any more: its end_time, ")
                .matches(".*(comes before its next run|is before its start_time, .*)\\.");
        assertThat(remarks(from + after + "\"}")).isEmpty();
    }

    /** In a zone that Java has no name for it is as early as anywhere, and clocks may be changed. */
    @Test
    void inAnotherZoneNothingIsToldThatMayNotBe() throws Exception {
        String from = "{\"frequency\": \"day\", \"interval\": 1, \"timeZone\": \"Pacific Standard Time\","
                + " \"startTime\": \"2026-06-01T03:30:00\", \"endTime\": \"";
        assertThat(remarks(from + "2026-07-01T02:29:59\"}")).hasSize(1);
        assertThat(remarks(from + "2026-07-01T02:30:00\"}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'frequency': 'month', 'interval': 1",
                "'frequency': 'day', 'interval': 0, 'startTime': '2026-06-01T00:00:00'",
                "'frequency': 'fortnight', 'interval': 1, 'startTime': '2026-06-01T00:00:00'",
                "'frequency': 'hour', 'interval': 1, 'schedule': {'minutes': [1]}, 'startTime': '2026-06-01T00:00:00'",
                "'frequency': 'month', 'interval': 1, 'schedule': {'monthDays': [32]}, 'startTime': '2026-06-01T00:00:00'",
                "'frequency': 'day', 'interval': 1, 'schedule': {'hours': [24]}, 'startTime': '2026-06-01T00:00:00'",
                "'triggerType': 'Cron', 'expression': '0 0 * * MON', 'startTime': '2026-06-01T00:00:00'",
                "'triggerType': 'Cron', 'expression': '0 0 * *', 'startTime': '2026-06-01T00:00:00'",
                "'triggerType': 'Cron', 'expression': '0 0 * * 1', 'startTime': 'in spring'"
            })
    void whatCannotBeKnownIsNotTold(String when) throws Exception {
        assertThat(remarks("{" + when.replace('\'', '"') + ", \"endTime\": \"2026-07-01T12:00:01\"}"))
                .isEmpty();
    }
}
