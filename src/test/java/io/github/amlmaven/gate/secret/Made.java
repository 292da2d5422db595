package io.github.amlmaven.gate.secret;

import java.util.Random;

/** Values as a generator of keys makes them, so that nothing that looks like a secret stands in the repository. */
final class Made {
    static final String DIGITS = "0123456789";
    static final String HEX = DIGITS + "abcdef";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String ALPHANUMERIC = DIGITS + UPPER + LOWER;
    static final String BASE64 = ALPHANUMERIC + "+/";
    static final String BASE64URL = ALPHANUMERIC + "-_";

    private Made() {}

    /** The same every time, and none that is taken for a placeholder. */
    static String of(String alphabet, int length) {
        for (int seed = 1; ; seed++) {
            Random random = new Random(seed);
            StringBuilder made = new StringBuilder();
            while (made.length() < length) {
                made.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (length < 8 || !Placeholder.is(made.toString())) {
                return made.toString();
            }
        }
    }
}
