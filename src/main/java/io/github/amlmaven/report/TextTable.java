package io.github.amlmaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of text as columns for a terminal. What does not fit is cut off, and what would move the cursor is not shown. */
final class TextTable {
    private static final String GAP = "  ";
    private static final int WIDEST = 32;
    private static final Pattern CONTROL = Pattern.compile("\\p{C}");

    private final List<Row> rows = new ArrayList<>();

    /**
     * A row.
     *
     * @param cells what stands in the columns
     * @param note what stands in the rest of the line; empty when there are cells enough
     */
    private record Row(List<String> cells, String note) {}

    TextTable(List<String> head) {
        row(head);
    }

    void row(List<String> cells) {
        row(cells, "");
    }

    void row(List<String> cells, String note) {
        rows.add(new Row(
                cells.stream()
                        .map(cell -> CONTROL.matcher(cell).replaceAll("?"))
                        .toList(),
                CONTROL.matcher(note).replaceAll(" ")));
    }

    List<String> lines(int width) {
        int columns = rows.get(0).cells().size();
        int[] widths = IntStream.range(0, columns).map(this::width).toArray();
        return rows.stream()
                .map(row -> cut(line(row, widths).stripTrailing(), width))
                .toList();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.cells().size() > column)
                .mapToInt(row -> Math.min(WIDEST, row.cells().get(column).length()))
                .max()
                .orElse(0);
    }

    private static String line(Row row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.cells().size(); i++) {
            String cell = row.cells().get(i);
            if (i == widths.length - 1) {
                line.append(cell);
            } else {
                String shown = cut(cell, widths[i]);
                line.append(shown)
                        .append(" ".repeat(widths[i] - shown.length()))
                        .append(GAP);
            }
        }
        return line.append(row.note()).toString();
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, Math.max(0, length - 3)) + "...";
    }
}
