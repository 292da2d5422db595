package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Standing;
import io.github.amlmaven.report.HistoryJson;
import io.github.amlmaven.report.HistoryTable;
import io.github.amlmaven.report.StandingTable;
import io.github.amlmaven.repository.History;
import io.github.amlmaven.repository.HistoryReader;
import io.github.amlmaven.repository.SnapshotRepository;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Lists the snapshots of the project, newest first: version, commit, what each changed against the one before, and its pipelines. It reads
 * the manifests alone, kilobytes a version, from the Maven repositories that the build knows; which versions there are is asked every time.
 *
 * <p>With a workspace, by {@code aml.target} or {@code aml.workspace}, it also shows which version is live behind which schedule and
 * endpoint there, what ran there before, and which are held. Without one Azure is asked nothing.
 *
 * <p>It needs no project. Outside one, say whose snapshots: {@code mvn aml:history -Daml.artifact=com.example:taxi-fare}.
 *
 * @since 0.1.0
 */
@Mojo(name = "history", requiresProject = false, threadSafe = true)
public final class HistoryMojo extends AbstractTargetMojo {
    private static final int WIDTH = 93;

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
     * Made by Maven.
     *
     * @param source where snapshots are
     * @param access what the settings say about getting to Azure
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public HistoryMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    @Override
    void skipped() {
        getLog().info("aml.skip is set: nothing is listed.");
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        if (limit < 1) {
            throw new MojoFailureException("aml.limit is " + limit + "; it takes a number from 1.");
        }
        Optional<Workspace> asked = isAsked() ? Optional.of(asked()) : Optional.empty();
        SnapshotRepository repository = source().repository(Optional.ofNullable(artifact), session);
        History history =
                Question.ask(repository.coordinates().toString(), () -> HistoryReader.read(repository, limit));
        history.problems().forEach(getLog()::warn);
        Optional<Standing> standing =
                asked.isPresent() ? Optional.of(standing(history, asked.get())) : Optional.empty();
        HistoryTable.lines(history, WIDTH).forEach(getLog()::info);
        Remedy.of(history).forEach(getLog()::warn);
        if (history.entries().stream().allMatch(History.NotCaptured.class::isInstance)) {
            Optional.of(SnapshotSource.instead(history.coordinates(), session))
                    .filter(sentence -> !sentence.isEmpty())
                    .ifPresent(getLog()::warn);
        }
        if (standing.isPresent()) {
            getLog().info("");
            StandingTable.lines(standing.get(), WIDTH).forEach(getLog()::info);
        }
        Optional<Path> json = json();
        if (json.isPresent()) {
            write(history, standing, json.get());
        }
    }

    /** A workspace is asked when one is named for this goal; that a pom has a target is not enough. */
    private boolean isAsked() {
        return target != null || workspace != null || registry != null;
    }

    private Workspace asked() throws MojoExecutionException, MojoFailureException {
        if (session.isOffline()) {
            throw new MojoFailureException(
                    "No workspace can be asked while Maven is offline. Run it without -o, or without naming one.");
        }
        Destination destination = destination();
        if (destination.place().kind() == Place.Kind.REGISTRY) {
            throw new MojoFailureException("A registry runs nothing, so nothing is live or held in "
                    + destination.place() + ". Name a workspace.");
        }
        return AzureWorkspace.open(destination.place(), connection());
    }

    private static Standing standing(History history, Workspace asked)
            throws MojoExecutionException, MojoFailureException {
        String project = history.coordinates().toString();
        return WorkspaceQuestion.ask(() -> Standing.of(asked, project));
    }

    private void write(History history, Optional<Standing> standing, Path json) throws MojoExecutionException {
        try {
            HistoryJson.write(history, standing, json);
        } catch (IOException e) {
            throw new MojoExecutionException("Writing " + json + " failed: " + DiskTrouble.words(e), e);
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
