package io.github.amlmaven.repository;

import io.github.amlmaven.snapshot.Difference;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The snapshots of a project, one beside the other.
 *
 * @param coordinates whose
 * @param entries newest first
 * @param older how many versions there are before the last entry
 * @param problems which repositories could not be asked, one sentence each; there may be more versions then
 */
public record History(Coordinates coordinates, List<Entry> entries, int older, List<String> problems) {
    /** Takes its own copies. */
    public History {
        entries = List.copyOf(entries);
        problems = List.copyOf(problems);
    }

    /** A version. */
    public sealed interface Entry {
        /**
         * Which version.
         *
         * @return a Maven version
         */
        String version();
    }

    /**
     * A version with a snapshot.
     *
     * @param version the version
     * @param repository the id of the repository that it is from
     * @param id the snapshot's id
     * @param commit the id of its commit
     * @param committedAt when that was committed
     * @param pipelines the names of its pipelines, or where those without a name are written
     * @param publishable whether it may be published
     * @param change what is not the same as in the snapshot before; nothing when none of the versions that were looked at is before
     */
    public record Captured(
            String version,
            String repository,
            String id,
            String commit,
            Instant committedAt,
            List<String> pipelines,
            boolean publishable,
            Optional<Change> change)
            implements Entry {
        /** Takes its own copy of the list. */
        public Captured {
            pipelines = List.copyOf(pipelines);
        }
    }

    /**
     * What a snapshot changed.
     *
     * @param since the version it is compared with
     * @param difference what is not the same
     */
    public record Change(String since, Difference difference) {}

    /**
     * A version without a snapshot.
     *
     * @param version the version
     */
    public record NotCaptured(String version) implements Entry {}

    /**
     * A version that nothing is known about: Maven is offline, and its manifest was not downloaded before.
     *
     * @param version the version
     */
    public record NotDownloaded(String version) implements Entry {}

    /**
     * A version whose manifest cannot be understood.
     *
     * @param version the version
     * @param reason a sentence
     * @param damaged the file in the local repository, when it is damaged; nothing when it is of a newer format
     */
    public record Unreadable(String version, String reason, Optional<Path> damaged) implements Entry {}
}
