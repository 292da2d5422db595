/**
 * A snapshot: everything that some definitions need, in one file that is the same wherever it is made. The doors are
 * {@link io.github.amlmaven.snapshot.SnapshotWriter}, {@link io.github.amlmaven.snapshot.SnapshotReader}, which takes a snapshot at its word, and
 * {@link io.github.amlmaven.snapshot.SnapshotVerifier}, which does not; what a snapshot says of itself is its {@link
 * io.github.amlmaven.snapshot.Manifest}. The format is public, and its page is {@code src/site/markdown/snapshot-format.md}.
 */
@NullMarked
package io.github.amlmaven.snapshot;

import org.jspecify.annotations.NullMarked;
