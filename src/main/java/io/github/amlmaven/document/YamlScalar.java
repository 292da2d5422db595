package io.github.amlmaven.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a scalar is in JSON; what PyYAML cannot convert is nothing. */
final class YamlScalar {
    private static final Pattern TIMESTAMP = Pattern.compile(
            """
            (?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})
            (?:(?:[Tt]|[\\ \\t]+)(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\\.[0-9]*)?
            (?:[\\ \\t]*(?:Z|[-+](?<zoneHour>[0-9]{1,2})(?::(?<zoneMinute>[0-9]{2}))?))?)?""",
            Pattern.COMMENTS);
    private static final int MAX_QUOTED = 40;
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    private YamlScalar() {}

    static Optional<JsonNode> convert(YamlType type, String text) {
        return switch (type) {
            case NULL -> Optional.of(NullNode.instance);
            case BOOL -> bool(text);
            case INT -> YamlNumber.integer(text).map(ExactNumber::new);
            case FLOAT ->
                YamlNumber.isSpecial(text)
                        ? Optional.of(new TextNode(text))
                        : YamlNumber.decimal(text).map(ExactNumber::new);
            case TIMESTAMP -> isTimestamp(text) ? Optional.of(new TextNode(text)) : Optional.empty();
            case BINARY -> isBase64(text) ? Optional.of(new TextNode(text)) : Optional.empty();
            default -> Optional.of(new TextNode(text));
        };
    }

    private static Optional<JsonNode> bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> Optional.of(BooleanNode.TRUE);
            case "no", "false", "off" -> Optional.of(BooleanNode.FALSE);
            default -> Optional.empty();
        };
    }

    private static boolean isTimestamp(String text) {
        Matcher matcher = TIMESTAMP.matcher(text);
        if (!matcher.matches() || number(matcher, "year") == 0) {
            return false;
        }
        try {
            LocalDate.of(number(matcher, "year"), number(matcher, "month"), number(matcher, "day"));
            LocalTime.of(number(matcher, "hour"), number(matcher, "minute"), number(matcher, "second"));
        } catch (DateTimeException e) {
            return false;
        }
        return number(matcher, "zoneHour") * 60 + number(matcher, "zoneMinute") < MINUTES_OF_A_DAY;
    }

    private static int number(Matcher matcher, String group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** As Python's {@code binascii.a2b_base64} has it: full padding ends the data, and what is no base64 character is skipped. */
    private static boolean isBase64(String text) {
        int digits = 0;
        int padding = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                return false;
            }
            if (c == '=') {
                padding++;
                if (digits >= 2 && digits + padding >= 4) {
                    return text.chars().skip(i).allMatch(rest -> rest <= 0x7F);
                }
            } else if (Character.isLetterOrDigit(c) || c == '+' || c == '/') {
                digits = (digits + 1) % 4;
                padding = 0;
            }
        }
        return digits == 0;
    }

    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** At most forty characters in quotes, for a message. */
    static String quoted(String text) {
        boolean fits = text.length() <= 2 * MAX_QUOTED && text.codePointCount(0, text.length()) <= MAX_QUOTED;
        String start = fits ? text : text.substring(0, text.offsetByCodePoints(0, MAX_QUOTED - 3)) + "...";
        return "'" + start + "'";
    }
}
