package io.github.amlmaven.repository;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What follows from the order of versions; the order itself is Maven's. */
final class VersionOrder {
    /** How many are named on either side of one that does not exist. */
    private static final int NEIGHBOURS = 3;

    private VersionOrder() {}

    static List<String> newestFirst(List<String> ascending) {
        List<String> versions = new ArrayList<>(ascending);
        Collections.reverse(versions);
        return versions;
    }

    /**
     * In which order to go back: to the newest release, and to a {@code -SNAPSHOT} when there is none.
     *
     * @param ascending what there is to go back to, oldest first
     */
    static List<String> toGoBackTo(List<String> ascending) {
        List<String> versions = newestFirst(ascending);
        return Stream.concat(
                        versions.stream().filter(version -> !isSnapshot(version)),
                        versions.stream().filter(VersionOrder::isSnapshot))
                .toList();
    }

    /**
     * The versions around one that does not exist.
     *
     * @param ascending what there is, oldest first
     * @param older how many of these are older than it
     * @return newest first
     */
    static List<String> around(List<String> ascending, int older) {
        return newestFirst(
                ascending.subList(Math.max(0, older - NEIGHBOURS), Math.min(ascending.size(), older + NEIGHBOURS)));
    }

    private static boolean isSnapshot(String version) {
        return version.endsWith("SNAPSHOT");
    }
}
