package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a parallel step divides its input. */
final class MiniBatch {
    private static final Pattern SIZE = Pattern.compile("([0-9]+)\\s*([kmg]?b)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Long> UNITS = Map.of("b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

    private MiniBatch() {}

    /**
     * How much is in one.
     *
     * @param text a number of files, or {@code 10kb}
     * @return a number of files or bytes
     */
    static String size(String text) {
        Matcher size = SIZE.matcher(text);
        if (!size.matches() || size.group(1).length() > 9) {
            return text;
        }
        long unit = UNITS.getOrDefault(size.group(2).toLowerCase(Locale.ROOT), 1L);
        return Long.toString(Long.parseLong(size.group(1)) * unit);
    }

    /**
     * The columns that keep rows together.
     *
     * @param keys a list, or its JSON text
     * @return the list as JSON text, as Python writes it
     */
    static String keys(JsonNode keys) {
        return keys.isArray() ? PythonJson.text(keys) : keys.asText();
    }
}
