/**
 * Snapshots by their Maven coordinates. The door is {@link io.github.amlmaven.repository.SnapshotRepository}: the versions that there are,
 * newest first, and of each the manifest or the zip; {@link io.github.amlmaven.repository.HistoryReader} puts the manifests side by side.
 * Repositories, mirrors, proxies, credentials, checksums, the cache and the offline mode are Maven's own, through its Resolver.
 */
@NullMarked
package io.github.amlmaven.repository;

import org.jspecify.annotations.NullMarked;
