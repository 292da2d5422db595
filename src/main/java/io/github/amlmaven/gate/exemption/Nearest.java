package io.github.amlmaven.gate.exemption;

import java.util.Collection;
import java.util.Comparator;

/** Guesses what somebody meant to write. */
final class Nearest {
    /** More than any name has; what is longer is no slip of the pen, and would take long to compare. */
    private static final int MAX_LENGTH = 80;

    private Nearest() {}

    /** The candidate that takes the fewest edits; of several the first by the alphabet. */
    static String to(String written, Collection<String> candidates) {
        String begin = written.substring(0, Math.min(written.length(), MAX_LENGTH));
        return candidates.stream()
                .sorted()
                .min(Comparator.comparingInt(candidate -> distance(begin, candidate)))
                .orElseThrow();
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
