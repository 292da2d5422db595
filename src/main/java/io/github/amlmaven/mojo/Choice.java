package io.github.amlmaven.mojo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoFailureException;

/** Reads a parameter that takes one of some words. Maven's own conversion knows only the exact names of the constants, in upper case. */
final class Choice {
    private Choice() {}

    /**
     * Finds the constant that a word names.
     *
     * @param property the parameter's property
     * @param type the constants
     * @param word what the user wrote
     * @return the constant
     * @throws MojoFailureException when there is none, with the words that there are
     */
    static <E extends Enum<E>> E of(String property, Class<E> type, String word) throws MojoFailureException {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
        }
        throw new MojoFailureException(property + " is '" + word + "'; it takes "
                + Arrays.stream(type.getEnumConstants()).map(Choice::word).collect(Collectors.joining(", ")) + ".");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
