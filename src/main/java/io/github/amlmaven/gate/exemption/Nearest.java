package io.github.amlmaven.gate.exemption;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what somebody meant to write. */
public final class Nearest {
    /** More than any name has; what is longer is no slip of the pen, and would take long to compare. */
    private static final int MAX_LENGTH = 80;

    private static final int MOST_SLIPS = 2;
    private static final int LETTERS_FOR_A_SLIP = 3;

    private Nearest() {}

    /** The candidate that takes the fewest edits; of several the first by the alphabet. */
    static String to(String written, Collection<String> candidates) {
        String begin = written.substring(0, Math.min(written.length(), MAX_LENGTH));
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> distance(begin, candidate)))
                .orElseThrow();
    }

    /**
     * The candidate that is so near that it must have been meant: at most two edits away, and one edit for three letters. Capitals, hyphens and
     * underscores make no distance.
     *
     * @param written what was written
     * @param candidates what could have been
     * @return the nearest one, of several the first by the alphabet; nothing when none is near, or what was written is too long for a slip of the pen
     */
    public static Optional<String> meant(String written, Collection<String> candidates) {
        if (written.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        String plain = plain(written);
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> distance(plain, plain(candidate))))
                .filter(nearest -> distance(plain, plain(nearest))
                        <= Math.min(MOST_SLIPS, plain(nearest).length() / LETTERS_FOR_A_SLIP));
    }

    private static String plain(String name) {
        return name.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
    }

    /** How many letters have to be inserted, deleted, replaced or swapped with their neighbour (optimal string alignment). */
    private static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                if (i == 0 || j == 0) {
                    edits[i][j] = i + j;
                    continue;
                }
                boolean same = from.charAt(i - 1) == to.charAt(j - 1);
                edits[i][j] =
                        Math.min(edits[i - 1][j - 1] + (same ? 0 : 1), Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    edits[i][j] = Math.min(edits[i][j], edits[i - 2][j - 2] + 1);
                }
            }
        }
        return edits[from.length()][to.length()];
    }
}
