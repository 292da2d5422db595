package io.github.amlmaven.gate.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells what a generator of keys wrote from what a person did: a name, a path, an identifier. It is asked only about values whose name
 * says that they are secret, since by itself it would take every hash for one.
 */
final class MachineMade {
    private static final int SHORTEST = 16;

    /** Bits a character. Random letters and digits have 3.5 from 16 characters on, words of a language fewer. */
    private static final double ENTROPY = 3.5;

    /** The same for hexadecimal digits. */
    private static final double HEX_ENTROPY = 3.0;

    /** In so long a run of letters and digits, so many changes between the two: names have fewer. */
    private static final int CHANGES = 3;

    private static final int RUN = 12;

    private static final Pattern HEX = Pattern.compile("(?:[0-9a-f]{32,}|[0-9A-F]{32,})");
    private static final Pattern UUID =
            Pattern.compile("(?i)\\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}?");

    private MachineMade() {}

    static boolean is(String value) {
        if (value.length() < SHORTEST
                || Placeholder.is(value)
                || UUID.matcher(value).matches()) {
            return false;
        }
        if (HEX.matcher(value).matches()) {
            return entropy(value) >= HEX_ENTROPY;
        }
        return entropy(value) >= ENTROPY && hasMixedRun(value);
    }

    /** Base64 of {@code user:password}, as Docker keeps it (<a href="https://docs.docker.com/reference/cli/docker/login/">docker login</a>). */
    static boolean isUserAndPassword(String value) {
        try {
            String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            return colon > 0 && !Placeholder.isPassword(decoded.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean hasMixedRun(String value) {
        boolean base64 = value.endsWith("=") || value.indexOf('+') >= 0;
        int run = 0;
        int changes = 0;
        for (int i = 0; i < value.length(); i++) {
            char each = value.charAt(i);
            if (!(isLetter(each) || isDigit(each) || (base64 && (each == '+' || each == '/')))) {
                run = 0;
                changes = 0;
                continue;
            }
            run++;
            if (run > 1 && isDigit(each) != isDigit(value.charAt(i - 1))) {
                changes++;
            }
            if (run >= RUN && changes >= CHANGES) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isDigit(char each) {
        return each >= '0' && each <= '9';
    }

    private static double entropy(String value) {
        double length = value.length();
        return value
                .chars()
                .boxed()
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .values()
                .stream()
                .mapToDouble(count -> -count / length * Math.log(count / length) / Math.log(2))
                .sum();
    }
}
