package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;

/**
 * What a Dockerfile takes from elsewhere.
 *
 * @param location where it begins
 * @param syntax the image of the frontend that reads it, from its {@code syntax} directive
 * @param images every image that it is built from: {@code FROM}, {@code COPY --from} and {@code RUN --mount=from}
 * @param commands what it runs, in the order of the file
 * @param pipRuns each run of pip, and what is told to all of them
 * @param downloads what {@code ADD} fetches
 * @param condaLists the lists of packages that those commands give to conda
 * @param projects the projects whose dependencies those commands install
 * @param missing the sources of {@code COPY} and {@code ADD} that the builder does not have; empty when that is not known
 */
public record Dockerfile(
        Location location,
        Optional<Token> syntax,
        List<DockerImage> images,
        List<ShellCommand> commands,
        List<PipRun> pipRuns,
        List<Download> downloads,
        List<CondaList> condaLists,
        List<ProjectInstall> projects,
        List<Missing> missing) {

    /** Takes its own copies. */
    public Dockerfile {
        images = List.copyOf(images);
        commands = List.copyOf(commands);
        pipRuns = List.copyOf(pipRuns);
        downloads = List.copyOf(downloads);
        condaLists = List.copyOf(condaLists);
        projects = List.copyOf(projects);
        missing = List.copyOf(missing);
    }

    /**
     * The same where nothing is known of the build context.
     *
     * @return what it takes from elsewhere
     */
    Dockerfile withoutContext() {
        return new Dockerfile(location, syntax, images, commands, pipRuns, downloads, condaLists, projects, List.of());
    }

    /**
     * What pip is told.
     *
     * @return the arguments of all of its runs, as lines of a requirements file
     */
    public List<PipLine> pip() {
        return PipRun.lines(pipRuns);
    }

    /**
     * A source of {@code COPY} or {@code ADD} that the builder does not have.
     *
     * @param source the source
     * @param why why it does not
     */
    public record Missing(Token source, Why why) {

        /** Why the builder does not have something. */
        public sealed interface Why {}

        /** The commit does not have it. */
        public record NotCommitted() implements Why {}

        /**
         * It is not uploaded with the build context.
         *
         * @param ignoreFile the {@code .amlignore} or {@code .gitignore} that leaves it out
         */
        public record NotUploaded(TreePath ignoreFile) implements Why {}

        /**
         * It is not sent to the builder.
         *
         * @param pattern the pattern of the {@code .dockerignore} that leaves it out
         */
        public record NotSent(Token pattern) implements Why {}
    }

    /**
     * A remote source of {@code ADD}.
     *
     * @param source the URL or git address
     * @param checked whether a {@code --checksum} stands beside it
     */
    public record Download(Token source, boolean checked) {}
}
