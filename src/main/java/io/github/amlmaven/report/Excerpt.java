package io.github.amlmaven.report;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Finding;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a file as a terminal can show it, with marks under what was found. Nothing in it is a command to the terminal or to a build
 * server, whatever the file holds.
 *
 * @param line the line, or the part of it around the place
 * @param indent how many characters stand before the marks
 * @param marks how many marks
 */
record Excerpt(String line, int indent, int marks) {
    private static final int WIDEST = 100;
    private static final int BEFORE = 40;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cf}]");
    private static final Pattern COMMAND = Pattern.compile("##(?=vso\\[|\\[)|::(?=[a-z-]+ |[a-z-]+::)");

    /** Nothing for what concerns a file as a whole, which is said to stand at its beginning. */
    static Optional<Excerpt> of(Finding finding, String source) {
        int[] line = source.codePoints().toArray();
        int column = Math.min(finding.location().column() - 1, line.length);
        String found = finding.found().lines().findFirst().orElse("");
        String rest = new String(line, column, line.length - column);
        boolean isThere = !found.isEmpty() && rest.startsWith(found);
        if (!isThere
                && finding.location().equals(Location.startOf(finding.location().path()))) {
            return Optional.empty();
        }
        int marks = isThere ? found.codePointCount(0, found.length()) : 1;
        int from = line.length <= WIDEST ? 0 : Math.max(0, Math.min(column - BEFORE, line.length - WIDEST));
        int to = Math.min(line.length, from + WIDEST);
        return Optional.of(new Excerpt(
                harmless(new String(line, from, to - from)), column - from, Math.min(marks, Math.max(1, to - column))));
    }

    private static String harmless(String text) {
        String shown = CONTROL.matcher(text.replace('\t', ' ')).replaceAll("\uFFFD");
        return COMMAND.matcher(shown).replaceAll("\uFFFD\uFFFD");
    }
}
