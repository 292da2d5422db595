package io.github.amlmaven.snapshot;

import java.nio.file.Path;

/**
 * A snapshot on disk.
 *
 * @param zip the snapshot
 * @param json its manifest alone, the same bytes as the zip's {@code snapshot.json}
 * @param manifest the same, read
 */
public record Snapshot(Path zip, Path json, Manifest manifest) {}
