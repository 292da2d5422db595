package io.github.amlmaven.repository;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.repository.RepositoryPolicy;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.MetadataNotFoundException;
import org.eclipse.aether.transfer.MetadataTransferException;
import org.eclipse.aether.version.Version;

/** Asks Maven's Resolver, and tells apart what is not there from what could not be asked. */
final class Lookup {
    private final RepositorySystem system;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> repositories;

    /**
     * The file of an artifact.
     *
     * @param file where the local repository has it
     * @param repository the id of the repository that it is from
     */
    record Found(Path file, String repository) {}

    /**
     * The versions of an artifact.
     *
     * @param ascending oldest first, in the order of Maven
     * @param problems which repositories could not be asked, one sentence each; there may be more versions then
     * @param thrown what the Resolver threw for these
     */
    record Versions(List<String> ascending, List<String> problems, List<Exception> thrown) {
        Versions {
            ascending = List.copyOf(ascending);
            problems = List.copyOf(problems);
            thrown = List.copyOf(thrown);
        }
    }

    Lookup(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {
        this.system = system;
        this.session = new WithoutReactor(session);
        this.repositories = repositories.stream().map(Lookup::askedEveryTime).toList();
    }

    /**
     * Maven's own default is once a day, and a version that was deployed an hour ago is the one to go back from. What the command line says
     * (-U, -nsu) still goes first.
     */
    private static RemoteRepository askedEveryTime(RemoteRepository repository) {
        return new RemoteRepository.Builder(repository)
                .setReleasePolicy(askedEveryTime(repository.getPolicy(false)))
                .setSnapshotPolicy(askedEveryTime(repository.getPolicy(true)))
                .build();
    }

    private static RepositoryPolicy askedEveryTime(RepositoryPolicy policy) {
        return new RepositoryPolicy(
                policy.isEnabled(), RepositoryPolicy.UPDATE_POLICY_ALWAYS, policy.getChecksumPolicy());
    }

    boolean isOffline() {
        return session.isOffline();
    }

    /** The repositories' ids and addresses, for people. */
    String repositories() {
        return repositories.stream().map(Lookup::shown).collect(Collectors.joining(", "));
    }

    /**
     * The versions in a range.
     *
     * @param artifact an artifact whose version is a range
     */
    Versions versions(Artifact artifact) {
        VersionRangeResult result;
        try {
            result = system.resolveVersionRange(session, new VersionRangeRequest(artifact, repositories, null));
        } catch (VersionRangeResolutionException e) {
            throw new IllegalArgumentException(artifact.getVersion() + " is no range", e);
        }
        Map<String, Exception> problems = new TreeMap<>();
        result.getExceptions().stream()
                .filter(thrown -> !(thrown instanceof MetadataNotFoundException))
                .forEach(thrown -> problems.putIfAbsent(sentence(thrown), thrown));
        return new Versions(
                result.getVersions().stream().map(Version::toString).toList(),
                List.copyOf(problems.keySet()),
                List.copyOf(problems.values()));
    }

    /**
     * Finds the file of an artifact, and downloads it where it is not there yet.
     *
     * @return the file, or nothing when no repository has it; offline, when it was not downloaded before
     * @throws UnavailableRepositoryException when it is in no repository that could be asked, and one could not
     */
    Optional<Found> file(Artifact artifact) throws UnavailableRepositoryException {
        return files(List.of(artifact)).get(0);
    }

    /**
     * Finds the files of many artifacts at once; the Resolver downloads several at a time.
     *
     * @return what there is of each, in the order of the artifacts
     * @throws UnavailableRepositoryException when one is in no repository that could be asked, and one could not
     */
    List<Optional<Found>> files(Collection<? extends Artifact> artifacts) throws UnavailableRepositoryException {
        List<ArtifactRequest> requests = artifacts.stream()
                .map(artifact -> new ArtifactRequest(artifact, repositories, null))
                .toList();
        List<ArtifactResult> results = results(requests);
        Map<String, Exception> problems = new TreeMap<>();
        results.stream()
                .filter(result -> !result.isResolved())
                .flatMap(result -> result.getExceptions().stream())
                .filter(thrown -> !(thrown instanceof ArtifactNotFoundException))
                .forEach(thrown -> problems.putIfAbsent(sentence(thrown), thrown));
        if (!problems.isEmpty()) {
            throw new UnavailableRepositoryException(
                    message(List.copyOf(problems.keySet())), new ArrayList<>(problems.values()));
        }
        return results.stream().map(Lookup::found).toList();
    }

    /** What to say when nobody knows because a repository could not be asked. */
    static String message(List<String> problems) {
        return String.join(" ", problems)
                + " See whether it is up, and whether its credentials, mirror and proxy in settings.xml are right;"
                + " with -o, Maven goes by what it downloaded before.";
    }

    private List<ArtifactResult> results(List<ArtifactRequest> requests) {
        try {
            return system.resolveArtifacts(session, requests);
        } catch (ArtifactResolutionException e) {
            return e.getResults();
        }
    }

    private static Optional<Found> found(ArtifactResult result) {
        if (!result.isResolved()) {
            return Optional.empty();
        }
        return Optional.of(new Found(
                result.getArtifact().getFile().toPath(), result.getRepository().getId()));
    }

    private static String sentence(Exception thrown) {
        RemoteRepository repository = null;
        if (thrown instanceof ArtifactTransferException transfer) {
            repository = transfer.getRepository();
        } else if (thrown instanceof MetadataTransferException transfer) {
            repository = transfer.getRepository();
        }
        String which = repository == null ? "A repository" : "The repository " + shown(repository);
        return which + " could not be asked: " + Redacted.text(String.valueOf(thrown.getMessage())) + ".";
    }

    private static String shown(RemoteRepository repository) {
        return repository.getId() + " (" + Redacted.text(repository.getUrl()) + ")";
    }
}
