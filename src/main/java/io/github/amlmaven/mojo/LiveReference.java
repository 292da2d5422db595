package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Running;
import io.github.amlmaven.repository.Coordinates;
import io.github.amlmaven.repository.Release;
import io.github.amlmaven.repository.SnapshotRepository;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import io.github.amlmaven.workspace.azure.Connection;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/**
 * What {@code previous} is older than: all that is live in a target, by its tags.
 *
 * @param source where snapshots are
 * @param session the build
 * @param destination the target
 * @param connection how to get there
 * @param log is told which version that is
 */
record LiveReference(
        SnapshotSource source, MavenSession session, Destination destination, Connection connection, Log log)
        implements SnapshotSource.Reference {

    @Override
    public String version(Coordinates coordinates) throws MojoFailureException, MojoExecutionException {
        String project = coordinates.toString();
        SnapshotRepository repository = source.repository(Optional.of(project), session);
        LiveVersion version = new LiveVersion(project, destination.id(), candidate -> manifest(repository, candidate));
        List<Running> live =
                WorkspaceQuestion.ask(() -> Running.of(project, AzureWorkspace.open(destination.place(), connection)));
        String one = version.of(live);
        log.info("Live in " + destination.id() + " is " + project + ":" + one + ".");
        return one;
    }

    private static Optional<Manifest> manifest(SnapshotRepository repository, String version)
            throws MojoFailureException, MojoExecutionException {
        String project = repository.coordinates().toString();
        Release release = Question.ask(project, () -> repository.releases(List.of(version)))
                .get(0);
        return release instanceof Release.Captured
                ? Optional.of(new SnapshotInRepository(repository, version).manifest())
                : Optional.empty();
    }
}
