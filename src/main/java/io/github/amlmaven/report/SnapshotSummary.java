package io.github.amlmaven.report;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Manifest.AssetEntry;
import io.github.amlmaven.snapshot.Manifest.CodeEntry;
import io.github.amlmaven.snapshot.Manifest.Finding;
import io.github.amlmaven.snapshot.Manifest.RemoteEntry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a snapshot holds, as lines for a terminal. */
public final class SnapshotSummary {
    private static final int SHORT_ID = 12;
    private static final String REFUSE = "refuse";

    private SnapshotSummary() {}

    /**
     * Sums a snapshot up.
     *
     * @param manifest what it says of itself
     * @param zip where it is
     * @param bytes how large that is
     * @return lines without line ends
     */
    public static List<String> lines(Manifest manifest, Path zip, long bytes) {
        List<String> lines = new ArrayList<>();
        Manifest.Project project = manifest.project();
        lines.add("Snapshot of " + project.groupId() + ":" + project.artifactId() + ":" + project.version());
        lines.add(
                row("commit", manifest.git().commit() + " of " + manifest.git().committedAt()));
        for (AssetKind kind : AssetKind.values()) {
            List<AssetEntry> assets = manifest.assets().stream()
                    .filter(asset -> asset.kind() == kind)
                    .toList();
            if (!assets.isEmpty()) {
                lines.add(row(kind.folder(), assets.size() + ": " + names(assets)));
            }
        }
        for (CodeEntry code : manifest.code()) {
            String path = code.path().isRoot() ? "." : code.path().value();
            lines.add(row("code", path + ", " + Count.of(code.files(), "file") + ", " + size(code.bytes())));
        }
        remote(manifest.remote()).forEach((kind, names) -> lines.add(row("remote", kind + " " + names)));
        lines.add(row("id", manifest.id()));
        lines.add(row("zip", zip + ", " + Count.of(manifest.files().size(), "file") + ", " + size(bytes)));
        if (!manifest.publishable()) {
            lines.add(row("attached", "nothing, since it is refused by " + refusals(manifest.findings())));
        }
        return lines;
    }

    private static String refusals(List<Finding> findings) {
        SortedMap<String, Long> rules = findings.stream()
                .filter(finding -> finding.severity().equals(REFUSE))
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        return rules.entrySet().stream()
                .map(rule -> rule.getKey() + (rule.getValue() == 1 ? "" : " (" + rule.getValue() + ")"))
                .collect(Collectors.joining(", "));
    }

    private static String names(List<AssetEntry> assets) {
        return assets.stream()
                .map(asset -> asset.name()
                        .map(name -> name + asset.version().map(v -> ":" + v).orElse(""))
                        .orElseGet(() -> asset.id().source()))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> remote(List<RemoteEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.kind().name().toLowerCase(Locale.ROOT),
                        TreeMap::new,
                        Collectors.mapping(
                                RemoteEntry::written,
                                Collectors.collectingAndThen(Collectors.toList(), SnapshotSummary::distinct))));
    }

    private static String distinct(List<String> references) {
        return references.stream().map(SnapshotSummary::shortened).distinct().collect(Collectors.joining(", "));
    }

    /** A digest of 64 digits says no more to a reader than its beginning. */
    private static String shortened(String reference) {
        int digest = reference.indexOf("@sha256:");
        int end = digest + "@sha256:".length() + SHORT_ID;
        return digest < 0 || reference.length() <= end ? reference : reference.substring(0, end) + "...";
    }

    private static String row(String what, String text) {
        return String.format(Locale.ROOT, "  %-12s %s", what, text);
    }

    private static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes / 1e3;
        String unit = "kB";
        for (String larger : List.of("MB", "GB", "TB")) {
            if (value >= 1_000) {
                value /= 1e3;
                unit = larger;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
