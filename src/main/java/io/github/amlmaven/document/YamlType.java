package io.github.amlmaven.document;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types that PyYAML 6.0.3's {@code SafeLoader} knows, and how it tells them apart ({@code yaml/resolver.py}). They are YAML 1.1's, but
 * for one thing that matters: a float needs a dot, and its exponent a sign, so that {@code 1e-8} and {@code 1.5e3} are text.
 */
enum YamlType {
    NULL("null"),
    BOOL("bool"),
    INT("int"),
    FLOAT("float"),
    TIMESTAMP("timestamp"),
    BINARY("binary"),
    STR("str"),
    /** {@code <<}, which has a meaning as a key only. */
    MERGE("merge"),
    /** {@code =}, which has a meaning as a key only. */
    VALUE("value"),
    SEQ("seq"),
    MAP("map"),
    SET("set"),
    OMAP("omap"),
    PAIRS("pairs");

    private static final String PREFIX = "tag:yaml.org,2002:";
    private static final Map<String, YamlType> BY_TAG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(YamlType::tag, Function.identity()));

    private static final Pattern WORD_BOOL = Pattern.compile(Stream.of("yes", "no", "true", "false", "on", "off")
            .map(word -> word + "|" + Character.toUpperCase(word.charAt(0)) + word.substring(1) + "|"
                    + word.toUpperCase(Locale.ROOT))
            .collect(Collectors.joining("|")));
    private static final Pattern WORD_NULL = Pattern.compile("~|null|Null|NULL");
    // A possessive group repeats without recursion, so that a long text cannot exhaust the stack.
    private static final Pattern NUMBER_FLOAT = Pattern.compile(
            """
            [-+]?[0-9][0-9_]*\\.[0-9_]*(?:[eE][-+][0-9]+)?
            |\\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?
            |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])++\\.[0-9_]*
            |[-+]?\\.(?:inf|Inf|INF)
            |\\.(?:nan|NaN|NAN)""",
            Pattern.COMMENTS);
    private static final Pattern NUMBER_INT = Pattern.compile(
            """
            [-+]?0b[0-1_]+
            |[-+]?0[0-7_]+
            |[-+]?(?:0|[1-9][0-9_]*)
            |[-+]?0x[0-9a-fA-F_]+
            |[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])++""",
            Pattern.COMMENTS);
    private static final Pattern DATE = Pattern.compile(
            """
            [0-9]{4}-[0-9]{2}-[0-9]{2}
            |[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}
             (?:[Tt]|[\\ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]*)?
             (?:[\\ \\t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?""",
            Pattern.COMMENTS);

    private final String tag;

    YamlType(String name) {
        tag = PREFIX + name;
    }

    /** The tag as YAML's specification spells it. */
    String tag() {
        return tag;
    }

    static Optional<YamlType> ofTag(String tag) {
        return Optional.ofNullable(BY_TAG.get(tag));
    }

    /** The type of a plain scalar without a tag. */
    static YamlType ofPlain(String text) {
        if (text.isEmpty()) {
            return NULL;
        }
        return switch (text.charAt(0)) {
            case 'y', 'Y', 't', 'T', 'f', 'F', 'o', 'O' ->
                WORD_BOOL.matcher(text).matches() ? BOOL : STR;
            case 'n', 'N', '~' ->
                WORD_NULL.matcher(text).matches()
                        ? NULL
                        : WORD_BOOL.matcher(text).matches() ? BOOL : STR;
            case '-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> ofNumber(text);
            case '<' -> text.equals("<<") ? MERGE : STR;
            case '=' -> text.equals("=") ? VALUE : STR;
            default -> STR;
        };
    }

    private static YamlType ofNumber(String text) {
        if (NUMBER_FLOAT.matcher(text).matches()) {
            return FLOAT;
        }
        if (NUMBER_INT.matcher(text).matches()) {
            return INT;
        }
        return DATE.matcher(text).matches() ? TIMESTAMP : STR;
    }
}
