package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The earliest time at which a schedule can run next, in its own time zone. Where Azure's documents leave open which of two times it is, that is the
 * earlier one: whoever finds it too late knows that nothing runs before.
 *
 * <p>By "CLI (v2) job schedule YAML schema" and "Schedule machine learning pipeline jobs" on learn.microsoft.com: a recurrence counts its intervals
 * from its start, one with a pattern runs at every hour and minute of that on the days of that, a day that a month does not have is left out, and of
 * a cron expression the day and the month count for nothing. What has no start runs at once.
 */
final class NextRun {
    /** A day of the month that there is comes within two months. */
    private static final int DAYS = 62;

    private static final int HOURS_OF_DAY = 24;
    private static final int MINUTES_OF_HOUR = 60;
    private static final int CRON_FIELDS = 5;

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "minute", ChronoUnit.MINUTES,
            "hour", ChronoUnit.HOURS,
            "day", ChronoUnit.DAYS,
            "week", ChronoUnit.WEEKS,
            "month", ChronoUnit.MONTHS);

    private NextRun() {}

    /**
     * Finds it.
     *
     * @param trigger a trigger of the REST contract
     * @param start when it begins to count
     * @param from when it may run first
     * @return that time or a later one; nothing when it cannot be told
     */
    static Optional<LocalDateTime> of(JsonNode trigger, LocalDateTime start, LocalDateTime from) {
        if (trigger.path("triggerType").asText().equalsIgnoreCase("Cron")) {
            return cron(trigger.path("expression").asText(), from);
        }
        JsonNode pattern = trigger.path("schedule");
        String frequency = trigger.path("frequency").asText().toLowerCase(Locale.ROOT);
        boolean plain = pattern.properties().stream()
                .allMatch(field -> field.getValue().isNull() || field.getValue().isEmpty());
        if (plain) {
            int interval = trigger.path("interval").asInt();
            ChronoUnit unit = UNITS.get(frequency);
            return unit == null || interval < 1 ? Optional.empty() : step(unit, interval, start, from);
        }
        return switch (frequency) {
            case "day" -> pattern(pattern, from, day -> true);
            case "week" -> {
                List<String> days = texts(pattern.path("weekDays"));
                yield pattern(
                        pattern,
                        from,
                        day -> days.isEmpty()
                                || days.contains(day.getDayOfWeek().name().toLowerCase(Locale.ROOT)));
            }
            case "month" -> {
                List<String> days = texts(pattern.path("monthDays"));
                yield pattern(
                        pattern, from, day -> days.isEmpty() || days.contains(String.valueOf(day.getDayOfMonth())));
            }
            default -> Optional.empty();
        };
    }

    private static Optional<LocalDateTime> step(
            ChronoUnit unit, int interval, LocalDateTime start, LocalDateTime from) {
        long steps = Math.max(0, unit.between(start, from) / interval);
        LocalDateTime next = start.plus(steps * interval, unit);
        return Optional.of(next.isBefore(from) ? start.plus((steps + 1) * interval, unit) : next);
    }

    private static Optional<LocalDateTime> pattern(JsonNode pattern, LocalDateTime from, Predicate<LocalDate> days) {
        List<String> hours = texts(pattern.path("hours"));
        List<String> minutes = texts(pattern.path("minutes"));
        return first(
                from,
                days,
                hours.isEmpty() ? all(HOURS_OF_DAY) : numbers(hours, HOURS_OF_DAY),
                minutes.isEmpty() ? all(MINUTES_OF_HOUR) : numbers(minutes, MINUTES_OF_HOUR));
    }

    private static Optional<LocalDateTime> cron(String expression, LocalDateTime from) {
        String[] fields = expression.strip().split("\\s+", -1);
        if (fields.length != CRON_FIELDS) {
            return Optional.empty();
        }
        Set<Integer> weekDays = cron(fields[4], DayOfWeek.values().length + 1);
        return first(
                from,
                // Zero and seven are Sunday.
                day -> weekDays.contains(day.getDayOfWeek().getValue())
                        || (day.getDayOfWeek() == DayOfWeek.SUNDAY && weekDays.contains(0)),
                cron(fields[1], HOURS_OF_DAY),
                cron(fields[0], MINUTES_OF_HOUR));
    }

    /** The numbers below a bound that a field of a cron expression names; none for what is written in another way. */
    private static Set<Integer> cron(String field, int bound) {
        Set<Integer> numbers = new TreeSet<>();
        for (String part : field.split(",", -1)) {
            if (!part.matches("(?:\\*|[0-9]{1,2}(?:-[0-9]{1,2})?)(?:/[1-9][0-9]?)?")) {
                return Set.of();
            }
            String[] stepped = part.split("/", -1);
            String[] range =
                    stepped[0].equals("*") ? new String[] {"0", String.valueOf(bound - 1)} : stepped[0].split("-", -1);
            int first = Integer.parseInt(range[0]);
            int step = stepped.length > 1 ? Integer.parseInt(stepped[1]) : 1;
            // A step without a range goes on to the end.
            int last = range.length > 1 ? Integer.parseInt(range[1]) : stepped.length > 1 ? bound - 1 : first;
            for (int number = first; number <= last && number < bound; number += step) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private static Optional<LocalDateTime> first(
            LocalDateTime from, Predicate<LocalDate> days, Set<Integer> hours, Set<Integer> minutes) {
        return from.toLocalDate()
                .datesUntil(from.toLocalDate().plusDays(DAYS))
                .filter(days)
                .flatMap(day -> hours.stream()
                        .flatMap(hour -> minutes.stream().map(minute -> day.atTime(LocalTime.of(hour, minute)))))
                .filter(time -> !time.isBefore(from))
                .findFirst();
    }

    private static Set<Integer> all(int bound) {
        return new TreeSet<>(IntStream.range(0, bound).boxed().toList());
    }

    private static Set<Integer> numbers(List<String> texts, int bound) {
        Set<Integer> numbers = new TreeSet<>();
        texts.stream()
                .filter(text -> text.matches("[0-9]{1,2}"))
                .map(Integer::valueOf)
                .filter(number -> number < bound)
                .forEach(numbers::add);
        return numbers;
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(value -> texts.add(value.asText().toLowerCase(Locale.ROOT)));
        return texts;
    }
}
