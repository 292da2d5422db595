package io.github.amlmaven.repository;

import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.snapshot.Difference;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Puts the snapshots of a project side by side, by their manifests alone; no more than two of these are in memory at once. */
public final class HistoryReader {
    private final SnapshotRepository repository;

    private HistoryReader(SnapshotRepository repository) {
        this.repository = repository;
    }

    private record Known(String version, Manifest manifest) {}

    /**
     * Reads the newest versions.
     *
     * @param repository where they are
     * @param limit how many at most
     * @return what there is of each
     * @throws NoSuchSnapshotException when there is no version at all
     * @throws UnavailableRepositoryException when a repository could not be asked
     * @throws IOException when a downloaded manifest cannot be read
     */
    public static History read(SnapshotRepository repository, int limit)
            throws NoSuchSnapshotException, UnavailableRepositoryException, IOException {
        Versions versions = repository.versions();
        List<String> all = versions.newestFirst();
        int shown = Math.min(limit, all.size());
        // One more than is shown, since the last of them changed something, too.
        List<Release> releases = repository.releases(all.subList(0, Math.min(shown + 1, all.size())));
        List<History.Entry> entries =
                new HistoryReader(repository).entries(releases).subList(0, shown);
        return new History(repository.coordinates(), entries, all.size() - shown, versions.problems());
    }

    private List<History.Entry> entries(List<Release> newestFirst) throws IOException {
        List<History.Entry> oldestFirst = new ArrayList<>();
        Optional<Known> older = Optional.empty();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            Release release = newestFirst.get(i);
            if (release instanceof Release.Captured captured) {
                try {
                    Manifest manifest = captured.manifest();
                    oldestFirst.add(entry(captured, manifest, older));
                    older = Optional.of(new Known(release.version(), manifest));
                } catch (UnreadableSnapshotException e) {
                    oldestFirst.add(new History.Unreadable(
                            release.version(),
                            String.valueOf(e.getMessage()),
                            e.isNewer() ? Optional.empty() : Optional.of(captured.file())));
                }
            } else {
                oldestFirst.add(notCaptured(release.version()));
            }
        }
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    private History.Entry notCaptured(String version) {
        return repository.isOffline() ? new History.NotDownloaded(version) : new History.NotCaptured(version);
    }

    private static History.Entry entry(Release.Captured release, Manifest manifest, Optional<Known> older) {
        return new History.Captured(
                release.version(),
                release.repository(),
                manifest.id(),
                manifest.git().commit(),
                manifest.git().committedAt(),
                manifest.assets().stream()
                        .filter(asset -> asset.kind() == AssetKind.PIPELINE)
                        .map(asset -> asset.name().orElseGet(() -> asset.id().source()))
                        .toList(),
                manifest.publishable(),
                older.map(
                        known -> new History.Change(known.version(), Difference.between(known.manifest(), manifest))));
    }
}
