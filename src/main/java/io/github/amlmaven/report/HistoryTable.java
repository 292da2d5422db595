package io.github.amlmaven.report;

import io.github.amlmaven.repository.History;
import io.github.amlmaven.snapshot.Difference;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The snapshots of a project as a table for a terminal, newest first. */
public final class HistoryTable {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHORT_COMMIT = 10;

    private HistoryTable() {}

    /**
     * Lays the table out.
     *
     * @param history the snapshots
     * @param width how many characters a line may have
     * @return lines without line ends; names of pipelines that do not fit are cut off
     */
    public static List<String> lines(History history, int width) {
        TextTable table = new TextTable(List.of("VERSION", "COMMIT", "COMMITTED (UTC)", "CHANGED", "PIPELINES"));
        history.entries().forEach(entry -> add(entry, table));
        List<String> lines = new ArrayList<>();
        lines.add("Snapshots of " + history.coordinates());
        lines.add("");
        lines.addAll(table.lines(width));
        lines.add("");
        lines.add("CHANGED: + added, - removed, ~ changed definitions, against the snapshot below.");
        if (history.older() > 0) {
            lines.add("Not listed: " + history.older() + " older; -Daml.limit says how many are.");
        }
        return lines;
    }

    private static void add(History.Entry entry, TextTable table) {
        if (entry instanceof History.Captured captured) {
            table.row(List.of(
                    captured.version(),
                    captured.commit()
                            .substring(
                                    0, Math.min(SHORT_COMMIT, captured.commit().length())),
                    MINUTE.format(captured.committedAt()),
                    changed(captured),
                    captured.pipelines().size()
                            + (captured.pipelines().isEmpty() ? "" : ": ")
                            + captured.pipelines().stream()
                                    .map(HistoryTable::shortened)
                                    .collect(Collectors.joining(", "))));
        } else if (entry instanceof History.Unreadable unreadable) {
            table.row(List.of(unreadable.version()), unreadable.reason());
        } else if (entry instanceof History.NotDownloaded) {
            table.row(List.of(entry.version()), "not downloaded yet, and Maven is offline");
        } else {
            table.row(List.of(entry.version()), "no snapshot");
        }
    }

    /** A pipeline without a name is called by its path; of that the end tells most. */
    private static String shortened(String pipeline) {
        int place = pipeline.indexOf('#');
        return pipeline.substring(pipeline.lastIndexOf('/', place < 0 ? pipeline.length() : place) + 1);
    }

    private static String changed(History.Captured captured) {
        String changed = captured.change()
                .map(History.Change::difference)
                .map(HistoryTable::changed)
                .orElse("");
        if (captured.publishable()) {
            return changed;
        }
        return changed.isEmpty() ? "not publishable" : changed + ", not publishable";
    }

    private static String changed(Difference difference) {
        if (difference.isEmpty()) {
            return "nothing";
        }
        List<String> parts = new ArrayList<>();
        count("+", difference.assets().added(), parts);
        count("-", difference.assets().removed(), parts);
        count("~", difference.assets().changed(), parts);
        String assets = String.join(" ", parts);
        if (difference.code().isEmpty()) {
            return assets;
        }
        return assets.isEmpty() ? "code" : assets + ", code";
    }

    private static void count(String sign, List<?> of, List<String> parts) {
        if (!of.isEmpty()) {
            parts.add(sign + of.size());
        }
    }
}
