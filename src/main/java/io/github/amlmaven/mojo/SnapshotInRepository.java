package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Release;
import io.github.amlmaven.repository.SnapshotRepository;
import io.github.amlmaven.snapshot.Manifest;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A snapshot with Maven coordinates.
 *
 * @param repository where it is
 * @param version its version
 */
record SnapshotInRepository(SnapshotRepository repository, String version) implements LocatedSnapshot {

    @Override
    public String name() {
        return repository.coordinates() + ":" + version;
    }

    @Override
    public Manifest manifest() throws MojoFailureException, MojoExecutionException {
        Release.Captured manifest = Question.ask(name(), () -> repository.captured(version));
        return Question.ask(name(), () -> Remedy.ofDownload(manifest.file(), Optional.empty()), manifest::manifest);
    }

    @Override
    public Path zip() throws MojoFailureException, MojoExecutionException {
        return Question.ask(name(), () -> repository.zip(version));
    }

    @Override
    public Optional<Path> signature(String extension) throws MojoFailureException, MojoExecutionException {
        return Question.ask(name(), () -> repository.signature(version, extension));
    }

    @Override
    public String remedy(Optional<String> commit) throws MojoFailureException, MojoExecutionException {
        return Remedy.ofDownload(zip(), commit.or(this::attachedCommit));
    }

    private Optional<String> attachedCommit() {
        try {
            return Optional.of(manifest().git().commit());
        } catch (MojoFailureException | MojoExecutionException e) {
            return Optional.empty(); // the zip is refused whatever lies beside it
        }
    }
}
