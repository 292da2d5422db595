package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A number that is its text: {@code 1.10} is not {@code 1.1}, and twenty digits stay twenty digits. Two are equal when their texts are.
 * The narrow accessors saturate, as a cast from {@code double} does; the exact ones throw {@link ArithmeticException} or {@link
 * NumberFormatException} for an exponent that nobody could write out.
 */
final class ExactNumber extends NumericNode {
    private static final long serialVersionUID = 1L;

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]++");
    /** No {@code long} is longer, sign included. */
    private static final int LONG_LENGTH = 20;

    private static final int MAX_ZEROS = 10_000;

    private final String text;

    /**
     * Takes a text.
     *
     * @param text a number as JSON writes it
     */
    ExactNumber(String text) {
        this.text = text;
    }

    private boolean isInteger() {
        return INTEGER.matcher(text).matches();
    }

    @Override
    public JsonToken asToken() {
        return isInteger() ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_NUMBER_FLOAT;
    }

    @Override
    public JsonParser.NumberType numberType() {
        return isInteger() ? JsonParser.NumberType.BIG_INTEGER : JsonParser.NumberType.BIG_DECIMAL;
    }

    @Override
    public boolean isIntegralNumber() {
        return isInteger();
    }

    @Override
    public boolean isFloatingPointNumber() {
        return !isInteger();
    }

    @Override
    public boolean canConvertToExactIntegral() {
        return isInteger();
    }

    @Override
    public boolean canConvertToInt() {
        return canConvertToLong() && longValue() == intValue();
    }

    @Override
    public boolean canConvertToLong() {
        return isInteger() && text.length() <= LONG_LENGTH && new BigInteger(text).bitLength() < Long.SIZE;
    }

    @Override
    public Number numberValue() {
        return isInteger() ? bigIntegerValue() : decimalValue();
    }

    @Override
    public int intValue() {
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, longValue()));
    }

    @Override
    public long longValue() {
        return canConvertToLong() ? Long.parseLong(text) : (long) doubleValue();
    }

    @Override
    public double doubleValue() {
        return Double.parseDouble(text);
    }

    @Override
    public BigDecimal decimalValue() {
        return new BigDecimal(text);
    }

    @Override
    public BigInteger bigIntegerValue() {
        BigDecimal value = decimalValue();
        if (value.scale() < -MAX_ZEROS) {
            throw new ArithmeticException(text + " is too long to be written out");
        }
        return value.toBigInteger();
    }

    @Override
    public String asText() {
        return text;
    }

    @Override
    public void serialize(JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeNumber(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactNumber number && number.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
