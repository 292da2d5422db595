package io.github.amlmaven.repository;

import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the repositories have of a version. */
public sealed interface Release {

    /**
     * Which version.
     *
     * @return a Maven version
     */
    String version();

    /**
     * A version with a snapshot.
     *
     * @param version the version
     * @param file its manifest, in the local repository
     * @param repository the id of the repository that it is from
     */
    record Captured(String version, Path file, String repository) implements Release {

        /**
         * Reads the manifest; it is not kept, since that of a large snapshot takes megabytes.
         *
         * @return the manifest
         * @throws UnreadableSnapshotException when it is of a newer format, or no manifest
         * @throws IOException when the file cannot be read
         */
        public Manifest manifest() throws UnreadableSnapshotException, IOException {
            try (InputStream in = Files.newInputStream(file)) {
                return Manifest.read(in);
            }
        }
    }

    /**
     * A version without a snapshot; offline, one whose manifest was not downloaded before.
     *
     * @param version the version
     */
    record NotCaptured(String version) implements Release {}
}
