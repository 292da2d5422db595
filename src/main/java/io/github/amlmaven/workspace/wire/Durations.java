package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Spans of time: definitions count seconds or minutes, the contract takes ISO 8601. */
final class Durations {
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /**
     * A number of seconds.
     *
     * @param fields where it stands
     * @param key under which name
     * @return for example {@code PT1H30M} or {@code P1D}; nothing for none; an expression as it is
     */
    static Optional<String> seconds(Fields fields, String key) {
        return of(fields, key, 1);
    }

    /**
     * A number of minutes.
     *
     * @param fields where it stands
     * @param key under which name
     * @return for example {@code PT30M}
     */
    static Optional<String> minutes(Fields fields, String key) {
        return of(fields, key, MINUTE);
    }

    private static Optional<String> of(Fields fields, String key, long unit) {
        Optional<JsonNode> value = fields.value(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        String text = value.get().asText();
        if (References.isExpression(text)) {
            return Optional.of(text);
        }
        if (!text.matches("[0-9]{1,9}")) {
            fields.problem(key, "'" + text + "' is no whole number.", "Write digits.");
            return Optional.empty();
        }
        return of(Long.parseLong(text) * unit);
    }

    /**
     * A number of seconds.
     *
     * @param seconds how many
     * @return for example {@code PT1S}; nothing for none
     */
    static Optional<String> of(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(iso(seconds));
    }

    /** Days are not written as hours, which is how Java would. */
    private static String iso(long seconds) {
        StringBuilder iso = new StringBuilder("P");
        append(iso, seconds / DAY, 'D');
        if (seconds % DAY != 0) {
            iso.append('T');
            append(iso, seconds % DAY / HOUR, 'H');
            append(iso, seconds % HOUR / MINUTE, 'M');
            append(iso, seconds % MINUTE, 'S');
        }
        return iso.toString();
    }

    private static void append(StringBuilder iso, long count, char unit) {
        if (count != 0) {
            iso.append(count).append(unit);
        }
    }
}
