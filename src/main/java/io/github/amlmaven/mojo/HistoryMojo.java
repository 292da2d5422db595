package io.github.amlmaven.mojo;

import io.github.amlmaven.report.HistoryJson;
import io.github.amlmaven.report.HistoryTable;
import io.github.amlmaven.repository.History;
import io.github.amlmaven.repository.HistoryReader;
import io.github.amlmaven.repository.SnapshotRepository;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the snapshots of the project, newest first: version, commit, what each changed against the one before, and its pipelines. It reads
 * the manifests alone, kilobytes a version, from the Maven repositories that the build knows; which versions there are is asked every time.
 *
 * <p>It needs no project. Outside one, say whose snapshots: {@code mvn aml:history -Daml.artifact=com.example:taxi-fare}.
 *
 * @since 0.1.0
 */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends AbstractMojo {
    private static final int WIDTH = 93;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    MavenSession session;

    /**
     * Whose snapshots: {@code groupId:artifactId}. In a project they are the project's own unless this says another.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.artifact")
    @Nullable
    String artifact;

    /**
     * How many versions are listed, of the newest; at least 1.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.limit", defaultValue = "20")
    int limit;

    /**
     * Where the list is written as JSON. In a project that is {@code target/aml/history.json} unless this says another file; outside a
     * project none is written without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.historyFile")
    @Nullable
    File historyFile;

    /**
     * Does nothing at all.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.skip", defaultValue = "false")
    boolean skip;

    private final SnapshotSource source;

    /**
     * Made by Maven.
     *
     * @param source where snapshots are
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public HistoryMojo(SnapshotSource source) {
        this.source = source;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("aml.skip is set: nothing is listed.");
            return;
        }
        if (limit < 1) {
            throw new MojoFailureException("aml.limit is " + limit + "; it takes a number from 1.");
        }
        SnapshotRepository repository = source.repository(Optional.ofNullable(artifact), session);
        History history =
                Question.ask(repository.coordinates().toString(), () -> HistoryReader.read(repository, limit));
        history.problems().forEach(getLog()::warn);
        HistoryTable.lines(history, WIDTH).forEach(getLog()::info);
        Optional<Path> json = json();
        if (json.isPresent()) {
            write(history, json.get());
        }
    }

    private void write(History history, Path json) throws MojoExecutionException {
        try {
            HistoryJson.write(history, json);
        } catch (IOException e) {
            throw new MojoExecutionException("Writing " + json + " failed: " + e.getMessage(), e);
        }
        Path root = Path.of(session.getExecutionRootDirectory());
        getLog().info("The whole list is in " + (json.startsWith(root) ? root.relativize(json) : json) + ".");
    }

    private Optional<Path> json() {
        if (historyFile != null) {
            return Optional.of(historyFile.toPath());
        }
        return SnapshotSource.isProject(session)
                ? Optional.of(Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", "history.json"))
                : Optional.empty();
    }
}
