package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Coordinates;
import io.github.amlmaven.repository.SnapshotRepository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** Where the goals that begin with a snapshot get it from: a file, or the Maven repositories that the build knows. */
@Named
final class SnapshotSource {
    private final RepositorySystem system;

    @Inject
    SnapshotSource(RepositorySystem system) {
        this.system = system;
    }

    /** Knows which version {@code previous} is older than: the project's own, or what is live somewhere. */
    @FunctionalInterface
    interface Reference {
        /**
         * Names it; asked only when the user said {@code previous}.
         *
         * @param coordinates whose version
         * @return a Maven version, which need not be in any repository
         * @throws MojoFailureException when there is none
         * @throws MojoExecutionException when it cannot be told
         */
        String version(Coordinates coordinates) throws MojoFailureException, MojoExecutionException;
    }

    /**
     * Finds the snapshot that is meant. Of a repository only what is needed to know which one that is has been downloaded then, and never a
     * zip.
     *
     * @param parameters what the user said
     * @param session the build
     * @param reference which version {@code previous} is older than
     * @return the snapshot, or nothing when the user said nothing
     * @throws MojoFailureException when there is none, or what the user said makes no sense
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    Optional<LocatedSnapshot> locate(SnapshotParameters parameters, MavenSession session, Reference reference)
            throws MojoFailureException, MojoExecutionException {
        Optional<Wanted> wanted = parameters.wanted(project(session));
        return wanted.isPresent() ? Optional.of(locate(wanted.get(), session, reference)) : Optional.empty();
    }

    /**
     * The repositories, for a goal that looks at all snapshots of one project.
     *
     * @param artifact the parameter {@code aml.artifact}
     * @param session the build
     * @return the snapshots of the artifact, or else of the current project
     * @throws MojoFailureException when nothing says whose, or a version is said as well
     */
    SnapshotRepository repository(Optional<String> artifact, MavenSession session) throws MojoFailureException {
        return repository(SnapshotParameters.ofAllVersions(artifact).coordinates(project(session)), session);
    }

    /**
     * Whether Maven was called in a project; outside one it makes one up, which no pom describes.
     *
     * @param session the build
     * @return true when there is a pom
     */
    static boolean isProject(MavenSession session) {
        return session.getCurrentProject().getFile() != null;
    }

    private LocatedSnapshot locate(Wanted wanted, MavenSession session, Reference reference)
            throws MojoFailureException, MojoExecutionException {
        if (wanted instanceof Wanted.Published published) {
            SnapshotRepository repository = repository(published.coordinates(), session);
            return new SnapshotInRepository(repository, version(published, repository, reference));
        }
        Path file = ((Wanted.InFile) wanted).file();
        if (!Files.isRegularFile(file)) {
            throw new MojoFailureException("aml.file: there is no file " + file + ".");
        }
        return new SnapshotInFile(file, false);
    }

    private static String version(Wanted.Published wanted, SnapshotRepository repository, Reference reference)
            throws MojoFailureException, MojoExecutionException {
        String whose = repository.coordinates().toString();
        if (wanted instanceof Wanted.OfCommit of) {
            return Question.ask(whose, () -> repository.ofCommit(of.commit()));
        } else if (wanted instanceof Wanted.OfVersion of) {
            return of.version();
        }
        String newer = reference.version(repository.coordinates());
        return Question.ask(whose, () -> repository.before(newer));
    }

    private SnapshotRepository repository(Coordinates coordinates, MavenSession session) {
        return new SnapshotRepository(
                system,
                session.getRepositorySession(),
                session.getCurrentProject().getRemoteProjectRepositories(),
                coordinates,
                instead(coordinates, session));
    }

    /**
     * Says whose snapshots may be meant when there are none.
     *
     * @param coordinates whose there are none of
     * @param session the build
     * @return a sentence, or nothing to say
     */
    static String instead(Coordinates coordinates, MavenSession session) {
        return project(session).filter(coordinates::equals).isPresent() ? SnapshotModules.instead(session) : "";
    }

    /**
     * The project that Maven was called in.
     *
     * @param session the build
     * @return its coordinates, or nothing when there is no pom
     */
    static Optional<Coordinates> project(MavenSession session) {
        MavenProject project = session.getCurrentProject();
        return isProject(session)
                ? Optional.of(new Coordinates(project.getGroupId(), project.getArtifactId()))
                : Optional.empty();
    }
}
