package io.github.amlmaven.document;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON text of YAML's numbers: the source text where that is JSON already, else the exact value. What PyYAML converts by Python's
 * {@code int} and {@code float} and cannot, such as {@code 0b_}, is nothing.
 */
final class YamlNumber {
    /** Python's own bound for the digits of an integer; ours for whatever has to be computed. */
    private static final int MAX_DIGITS = 4300;

    private static final Pattern JSON_INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]*+)");
    private static final Pattern JSON_NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?(?:[eE][-+]?[0-9]++)?");
    private static final Pattern DECIMAL = Pattern.compile(
            "(?<sign>[-+]?)(?<zeros>0*+)(?<whole>[0-9]*+)(?:\\.(?<fraction>[0-9]*+))?(?<exponent>(?:[eE][-+]?[0-9]++)?)");
    private static final Pattern SPECIAL = Pattern.compile("[-+]?(?:\\.inf|\\.nan|inf|infinity|nan)");
    private static final Pattern INTEGER_PART = Pattern.compile("[-+]?[0-9]++");
    /** What has to be computed is written out: a longer exponent, which is beyond any float, would be a number of billions of digits. */
    private static final Pattern FLOAT_PART = Pattern.compile("[^eE]*+(?:[eE][-+]?0*[0-9]{1,3})?");

    private static final BigDecimal SIXTY = BigDecimal.valueOf(60);

    private YamlNumber() {}

    static Optional<String> integer(String text) {
        if (text.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        if (JSON_INTEGER.matcher(text).matches()) {
            return Optional.of(text);
        }
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        return magnitude(digits).map(value -> (negative ? value.negate() : value).toString());
    }

    private static Optional<BigInteger> magnitude(String digits) {
        if (digits.startsWith("0b")) {
            return parse(digits.substring(2), 2);
        }
        if (digits.startsWith("0x")) {
            return parse(digits.substring(2), 16);
        }
        if (digits.startsWith("0")) {
            return parse(digits, 8);
        }
        return digits.contains(":")
                ? sexagesimal(digits, INTEGER_PART).map(BigDecimal::toBigInteger)
                : parse(digits, 10);
    }

    private static Optional<BigInteger> parse(String digits, int radix) {
        boolean valid = !digits.isEmpty() && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return valid ? Optional.of(new BigInteger(digits, radix)) : Optional.empty();
    }

    /** Infinity, or not a number: a float that JSON has no text for. */
    static boolean isSpecial(String text) {
        return SPECIAL.matcher(text.replace("_", "").toLowerCase(Locale.ROOT)).matches();
    }

    static Optional<String> decimal(String text) {
        if (JSON_NUMBER.matcher(text).matches()) {
            return Optional.of(text);
        }
        String digits = text.replace("_", "");
        if (!digits.contains(":")) {
            return normalized(digits);
        }
        if (digits.length() > MAX_DIGITS) {
            return Optional.empty();
        }
        boolean negative = digits.startsWith("-");
        boolean signed = negative || digits.startsWith("+");
        return sexagesimal(signed ? digits.substring(1) : digits, FLOAT_PART)
                .map(value -> (negative ? value.negate() : value).toPlainString())
                .map(plain -> plain.contains(".") ? plain : plain + ".0");
    }

    private static Optional<String> normalized(String digits) {
        Matcher matcher = DECIMAL.matcher(digits);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String whole = matcher.group("whole");
        String fraction = Objects.requireNonNullElse(matcher.group("fraction"), "");
        String exponent = matcher.group("exponent");
        if (matcher.group("zeros").isEmpty() && whole.isEmpty() && fraction.isEmpty()) {
            return Optional.empty();
        }
        boolean pointless = fraction.isEmpty() && !exponent.isEmpty();
        return Optional.of((matcher.group("sign").equals("-") ? "-" : "")
                + (whole.isEmpty() ? "0" : whole)
                + (pointless ? "" : "." + (fraction.isEmpty() ? "0" : fraction))
                + exponent);
    }

    private static Optional<BigDecimal> sexagesimal(String digits, Pattern allowed) {
        BigDecimal value = BigDecimal.ZERO;
        for (String part : digits.split(":", -1)) {
            Optional<String> number = allowed.matcher(part).matches() ? normalized(part) : Optional.empty();
            if (number.isEmpty()) {
                return Optional.empty();
            }
            value = value.multiply(SIXTY).add(new BigDecimal(number.get()));
        }
        return Optional.of(value);
    }
}
