package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.wire.Body;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Schedules that run nothing after they are published, and those that begin to run again. Azure takes all of them, and a rollback may want them; so
 * they are no problem of a plan, and have to be told.
 */
final class Idle {
    /** In which a day ends last. Azure names zones as Windows does, and Java does not know those names. */
    private static final ZoneOffset LAST = ZoneOffset.ofHours(-12);

    /** By which hours and minutes that are counted may be off the clock, twice a year. */
    private static final Duration CHANGE_OF_CLOCKS = Duration.ofHours(1);

    private Idle() {}

    /**
     * What is to be told of a schedule.
     *
     * @param name what it is called
     * @param body what the target gets
     * @param there what the target has, if anything
     * @param now when this is
     * @return sentences
     */
    static List<String> remarks(String name, Body body, Optional<Resource> there, Instant now) {
        JsonNode meant = body.content().path("properties");
        List<String> remarks = new ArrayList<>();
        boolean on = meant.path("isEnabled").asBoolean(true);
        if (!on) {
            remarks.add("The schedule " + name + " runs nothing: its definition says is_enabled: false.");
        } else if (there.isPresent()
                && !there.get().properties().path("isEnabled").asBoolean(true)) {
            remarks.add("The schedule " + name + " is switched off in the target, and this switches it on. To leave it"
                    + " off, write is_enabled: false in its definition.");
        }
        end(meant.path("trigger"), now)
                .ifPresent(why -> remarks.add("The schedule " + name + " runs nothing any more: " + why + "."));
        return remarks;
    }

    /**
     * Why a schedule of a target runs nothing.
     *
     * @param properties what the target says of it
     * @param now when this is
     * @return the reason, without its name; nothing when it may run
     */
    static Optional<String> reason(JsonNode properties, Instant now) {
        return properties.path("isEnabled").asBoolean(true)
                ? end(properties.path("trigger"), now)
                : Optional.of("it is switched off");
    }

    private static Optional<String> end(JsonNode trigger, Instant now) {
        Optional<LocalDateTime> end = time(trigger, "endTime");
        if (end.isEmpty()) {
            return Optional.empty();
        }
        Optional<LocalDateTime> start = time(trigger, "startTime");
        boolean universal = trigger.path("timeZone").asText("UTC").equals("UTC");
        ZoneOffset zone = universal ? ZoneOffset.UTC : LAST;
        if (end.get().toInstant(zone).isBefore(now)) {
            return Optional.of("its end_time, " + end.get() + ", is over");
        } else if (start.isPresent() && end.get().isBefore(start.get())) {
            return Optional.of("its end_time, " + end.get() + ", is before its start_time, " + start.get());
        }
        Duration slack = universal ? Duration.ZERO : CHANGE_OF_CLOCKS;
        LocalDateTime earliest = LocalDateTime.ofInstant(now, zone).minus(slack);
        // What has no start runs at once.
        return start.flatMap(from -> NextRun.of(trigger, from, from.isAfter(earliest) ? from : earliest))
                .filter(next -> next.minus(slack).isAfter(end.get()))
                .map(next -> "its end_time, " + end.get() + ", comes before its next run");
    }

    private static Optional<LocalDateTime> time(JsonNode trigger, String name) {
        return Optional.of(trigger.path(name).asText("")).flatMap(Idle::time);
    }

    /** What the service says in another form is not known. */
    private static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.replace(' ', 'T').replaceFirst("Z$", "")));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
