package io.github.amlmaven.repository;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;

/** The snapshots of one project, in the Maven repositories that a build knows. Versions are in the order of Maven. */
public final class SnapshotRepository {
    private static final String CLASSIFIER = "aml";
    private static final String MANIFEST = "json";
    private static final String ZIP = "zip";
    private static final String ALL = "(,)";

    private final Lookup lookup;
    private final Coordinates coordinates;
    private final String elsewhere;

    /**
     * Asks nothing yet.
     *
     * @param system Maven's Resolver
     * @param session of the build, with its mirrors, proxies, credentials, cache and offline mode
     * @param repositories where to look, as Maven made them for a project
     * @param coordinates whose snapshots
     * @param elsewhere whose snapshots may be meant when there are none of these, and how to say so, in a sentence; or empty
     */
    public SnapshotRepository(
            RepositorySystem system,
            RepositorySystemSession session,
            List<RemoteRepository> repositories,
            Coordinates coordinates,
            String elsewhere) {
        this.lookup = new Lookup(system, session, repositories);
        this.coordinates = coordinates;
        this.elsewhere = elsewhere;
    }

    /**
     * Whose snapshots they are.
     *
     * @return group and artifact
     */
    public Coordinates coordinates() {
        return coordinates;
    }

    /**
     * Whether only what was downloaded before is known.
     *
     * @return Maven's own answer
     */
    public boolean isOffline() {
        return lookup.isOffline();
    }

    /**
     * All versions of the project, whether they have a snapshot or not.
     *
     * @return newest first
     * @throws UnavailableRepositoryException when there is none, and a repository could not be asked
     * @throws NoSuchSnapshotException when there is none
     */
    public Versions versions() throws UnavailableRepositoryException, NoSuchSnapshotException {
        Lookup.Versions found = lookup.versions(artifact(MANIFEST, ALL));
        if (found.ascending().isEmpty()) {
            if (!found.problems().isEmpty()) {
                throw new UnavailableRepositoryException(Lookup.message(found.problems()), found.thrown());
            }
            throw new NoSuchSnapshotException(new Missing(coordinates, lookup, elsewhere).project());
        }
        return new Versions(VersionOrder.newestFirst(found.ascending()), found.problems());
    }

    /**
     * What there is of some versions, by their manifests alone. Those that are not in the local repository yet are downloaded at once.
     *
     * @param versions which
     * @return one for each, in the same order
     * @throws UnavailableRepositoryException when a repository could not be asked
     */
    public List<Release> releases(List<String> versions) throws UnavailableRepositoryException {
        List<Optional<Lookup.Found>> found = lookup.files(
                versions.stream().map(version -> artifact(MANIFEST, version)).toList());
        List<Release> releases = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            String version = versions.get(i);
            releases.add(found.get(i)
                    .<Release>map(file -> new Release.Captured(version, file.file(), file.repository()))
                    .orElseGet(() -> new Release.NotCaptured(version)));
        }
        return releases;
    }

    /**
     * The manifest of a version, a download of kilobytes.
     *
     * @param version a Maven version
     * @return the version, whose manifest can be read
     * @throws NoSuchSnapshotException when the version does not exist or has no snapshot
     * @throws UnavailableRepositoryException when a repository could not be asked
     */
    public Release.Captured captured(String version) throws NoSuchSnapshotException, UnavailableRepositoryException {
        Lookup.Found found = found(MANIFEST, version);
        return new Release.Captured(version, found.file(), found.repository());
    }

    /**
     * The snapshot itself.
     *
     * @param version a Maven version
     * @return the zip, in the local repository; nothing in it is verified
     * @throws NoSuchSnapshotException when the version does not exist or has no snapshot
     * @throws UnavailableRepositoryException when a repository could not be asked
     */
    public Path zip(String version) throws NoSuchSnapshotException, UnavailableRepositoryException {
        return found(ZIP, version).file();
    }

    /**
     * The signature that was deployed with the snapshot.
     *
     * @param version a Maven version
     * @param extension how the name of its file goes on behind that of the zip, such as {@code asc}
     * @return a signature of the zip, or nothing when it was not signed so
     * @throws NoSuchSnapshotException when it was not downloaded before, and Maven is offline, so that nobody knows
     * @throws UnavailableRepositoryException when a repository could not be asked
     */
    public Optional<Path> signature(String version, String extension)
            throws NoSuchSnapshotException, UnavailableRepositoryException {
        Optional<Lookup.Found> found = lookup.file(artifact(ZIP + "." + extension, version));
        if (found.isEmpty() && lookup.isOffline()) {
            throw new NoSuchSnapshotException(
                    new Missing(coordinates, lookup, elsewhere).signature(version, extension));
        }
        return found.map(Lookup.Found::file);
    }

    /**
     * The newest version with a snapshot that is older than another one. A {@code -SNAPSHOT} counts only when there is no release: it is no
     * fixed thing to go back to.
     *
     * @param version a Maven version, which need not exist
     * @return a version with a snapshot
     * @throws NoSuchSnapshotException when there is none
     * @throws UnavailableRepositoryException when a repository could not be asked, so that nobody knows
     */
    public String before(String version) throws NoSuchSnapshotException, UnavailableRepositoryException {
        Lookup.Versions older = lookup.versions(artifact(MANIFEST, "(," + version + ")"));
        if (!older.problems().isEmpty()) {
            throw new UnavailableRepositoryException(
                    "Nobody knows which version is the one before " + version + ". " + Lookup.message(older.problems()),
                    older.thrown());
        }
        for (String candidate : VersionOrder.toGoBackTo(older.ascending())) {
            if (lookup.file(artifact(MANIFEST, candidate)).isPresent()) {
                return candidate;
            }
        }
        throw new NoSuchSnapshotException(new Missing(coordinates, lookup, elsewhere).before(version));
    }

    /**
     * The version that was made from a commit, found in the manifests alone; the newest, when several were.
     *
     * @param commit the id of a commit, or how it begins
     * @return a version with a snapshot
     * @throws NoSuchSnapshotException when there is none, or when several commits begin so
     * @throws UnavailableRepositoryException when a repository could not be asked, so that nobody knows
     * @throws IOException when a downloaded file cannot be read
     */
    public String ofCommit(String commit) throws NoSuchSnapshotException, UnavailableRepositoryException, IOException {
        Versions versions = versions();
        return new CommitSearch(coordinates, commit, versions.problems(), elsewhere)
                .in(releases(versions.newestFirst()));
    }

    private Lookup.Found found(String extension, String version)
            throws NoSuchSnapshotException, UnavailableRepositoryException {
        Optional<Lookup.Found> found = lookup.file(artifact(extension, version));
        if (found.isPresent()) {
            return found.get();
        }
        List<String> all = lookup.versions(artifact(extension, ALL)).ascending();
        List<String> older =
                lookup.versions(artifact(extension, "(," + version + ")")).ascending();
        throw new NoSuchSnapshotException(
                new Missing(coordinates, lookup, elsewhere).version(version, extension, all, older.size()));
    }

    private Artifact artifact(String extension, String version) {
        return new DefaultArtifact(coordinates.groupId(), coordinates.artifactId(), CLASSIFIER, extension, version);
    }
}
