package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule runs. */
final class Trigger {
    private static final Set<String> FREQUENCIES = Set.of("minute", "hour", "day", "week", "month");
    private static final Pattern TIME =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:\\.[0-9]+)?Z?)?");

    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final int CRON_FIELDS = 5;

    private Trigger() {}

    static ObjectNode of(Fields fields) {
        ObjectNode trigger = JsonNodeFactory.instance.objectNode();
        String type = fields.text("type").orElse("").toLowerCase(Locale.ROOT);
        switch (type) {
            case "cron" -> cron(fields, trigger);
            case "recurrence" -> recurrence(fields, trigger);
            default -> fields.problem("type", "'" + type + "' is no trigger.", "Write cron or recurrence.");
        }
        time(fields, "start_time").ifPresent(text -> trigger.put("startTime", text));
        time(fields, "end_time").ifPresent(text -> trigger.put("endTime", text));
        trigger.put("timeZone", fields.text("time_zone").orElse("UTC"));
        fields.refuseRest();
        return trigger;
    }

    private static void cron(Fields fields, ObjectNode trigger) {
        trigger.put("triggerType", "Cron");
        if (!fields.has("expression")) {
            fields.problem("expression", "A cron trigger needs an 'expression'.", "Write five fields.");
        }
        fields.text("expression").ifPresent(text -> {
            int count = text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
            if (count != CRON_FIELDS) {
                fields.problem(
                        "expression",
                        "'" + text + "' has " + count + " fields, and a cron expression of Azure ML has five.",
                        "Write minute, hour, day, month and day of the week.");
            }
            trigger.put("expression", text);
        });
    }

    private static void recurrence(Fields fields, ObjectNode trigger) {
        trigger.put("triggerType", "Recurrence");
        String frequency = fields.text("frequency").orElse("").toLowerCase(Locale.ROOT);
        if (!FREQUENCIES.contains(frequency)) {
            fields.problem(
                    "frequency", "'" + frequency + "' is no frequency.", "Write minute, hour, day, week or month.");
        }
        trigger.put("frequency", frequency);
        Optional<JsonNode> interval = fields.value("interval");
        if (interval.isEmpty() || !interval.get().canConvertToInt()) {
            fields.problem("interval", "A recurrence needs an 'interval'.", "Write a whole number.");
        }
        interval.ifPresent(value -> trigger.set("interval", value));
        ObjectNode schedule = trigger.putObject("schedule");
        schedule.putArray("hours");
        schedule.putArray("minutes");
        fields.fields("schedule").ifPresent(pattern -> {
            list(pattern, "hours", schedule, "hours");
            list(pattern, "minutes", schedule, "minutes");
            list(pattern, "week_days", schedule, "weekDays");
            list(pattern, "month_days", schedule, "monthDays");
            pattern.refuseRest();
        });
    }

    private static void list(Fields pattern, String key, ObjectNode schedule, String name) {
        Function<JsonNode, JsonNode> lower = value -> value.isTextual()
                ? JsonNodeFactory.instance.textNode(value.asText().toLowerCase(Locale.ROOT))
                : value;
        pattern.value(key).ifPresent(value -> {
            ArrayNode list = schedule.putArray(name);
            if (value.isArray()) {
                value.forEach(element -> list.add(lower.apply(element)));
            } else {
                list.add(lower.apply(value));
            }
        });
    }

    /** The contract's form. Azure's client sends a space in the place of the T. */
    private static Optional<String> time(Fields fields, String key) {
        Optional<String> written = fields.text(key);
        Optional<String> time = written.flatMap(Trigger::iso);
        if (written.isPresent() && time.isEmpty()) {
            fields.problem(
                    key,
                    "'" + written.get() + "' is no time of a schedule.",
                    "Write it as 2024-07-01T10:00:00, in the schedule's time_zone.");
        }
        return time;
    }

    /** Nothing for what is no time, or one of no day, such as the 31st of June. */
    private static Optional<String> iso(String written) {
        Matcher matcher = TIME.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String time = matcher.group(2) == null ? "00:00" : matcher.group(2);
        try {
            return Optional.of(
                    LocalDateTime.parse(matcher.group(1) + "T" + time).format(TO_THE_SECOND));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
