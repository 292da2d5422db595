package io.github.amlmaven.repository;

import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for the version that was made from a commit. */
final class CommitSearch {
    private final Coordinates coordinates;
    private final String beginning;
    private final List<String> problems;
    private final String elsewhere;

    /**
     * Prepares the search.
     *
     * @param coordinates whose versions
     * @param commit the id of a commit, or how it begins
     * @param problems which repositories could not be asked, one sentence each
     * @param elsewhere whose snapshots may be meant instead, in a sentence; empty when nobody knows
     */
    CommitSearch(Coordinates coordinates, String commit, List<String> problems, String elsewhere) {
        this.coordinates = coordinates;
        this.beginning = commit.toLowerCase(Locale.ROOT);
        this.problems = problems;
        this.elsewhere = elsewhere;
    }

    /**
     * Searches.
     *
     * @param newestFirst where
     * @return the newest version of the commit
     * @throws NoSuchSnapshotException when there is none, or when several commits begin so
     * @throws IOException when a manifest cannot be read
     */
    String in(List<Release> newestFirst) throws NoSuchSnapshotException, IOException {
        Map<String, String> versions = new LinkedHashMap<>();
        List<String> unread = new ArrayList<>();
        for (Release release : newestFirst) {
            if (release instanceof Release.Captured captured) {
                try {
                    String commit = captured.manifest().git().commit();
                    if (commit.startsWith(beginning)) {
                        versions.putIfAbsent(commit, release.version());
                    }
                } catch (UnreadableSnapshotException e) {
                    unread.add(release.version() + " (" + e.getMessage() + ")");
                }
            }
        }
        if (versions.size() == 1) {
            return versions.values().iterator().next();
        } else if (versions.isEmpty()) {
            throw new NoSuchSnapshotException("None of the " + newestFirst.size() + " versions of " + coordinates
                    + " was made from the commit " + beginning + "; aml:history lists them."
                    + (unread.isEmpty() ? "" : " Not read: " + String.join(", ", unread) + ".")
                    + Stream.concat(problems.stream(), Stream.of(elsewhere))
                            .filter(sentence -> !sentence.isEmpty())
                            .map(sentence -> " " + sentence)
                            .collect(Collectors.joining()));
        }
        throw new NoSuchSnapshotException("Several commits begin with " + beginning + ": "
                + versions.entrySet().stream()
                        .map(found -> found.getKey() + " (version " + found.getValue() + ")")
                        .collect(Collectors.joining(", "))
                + ". Give more of its digits.");
    }
}
