package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.report.SnapshotSummary;
import io.github.amlmaven.snapshot.Snapshot;
import io.github.amlmaven.snapshot.SnapshotRequest;
import io.github.amlmaven.snapshot.SnapshotWriter;
import io.github.amlmaven.snapshot.UncapturableFileException;
import io.github.amlmaven.tree.OutsideTreeException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProjectHelper;

/**
 * Captures the project's Azure ML pipelines at the commit that is checked out: their definitions, their environments and the code that they
 * run, in one zip that is attached to the project (classifier {@code aml}), with its manifest (type {@code json}) beside it. So {@code
 * install} and {@code deploy} carry both to a Maven repository, and whatever signs artifacts signs them.
 *
 * <p>A working copy that differs from the commit, and a dependency that is not pinned, refuse the snapshot. Then it is never attached, and
 * the parameter {@code gate} says whether the build fails as well; a secret in a file that would be captured keeps even the zip from being
 * written. In any case the findings are in {@code target/aml/findings.json} and, for code scanning, in {@code findings.sarif} beside it.
 *
 * <p>Every byte comes from the commit. Two clones of one commit give one snapshot, with one id, on any machine.
 *
 * @since 0.1.0
 */
@Mojo(name = "snapshot", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class SnapshotMojo extends AbstractGateMojo {
    private static final String CLASSIFIER = "aml";

    @Parameter(defaultValue = "${project.build.directory}", readonly = true, required = true)
    File buildDirectory;

    /**
     * What findings that refuse the snapshot do to the build:
     *
     * <ul>
     *   <li>{@code auto}: they fail it when the goal was called by its name or when the build goes on to publish, and are warnings
     *       otherwise, so that {@code mvn verify} works on an edited tree;
     *   <li>{@code fail}: they fail it;
     *   <li>{@code warn}: they are warnings.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.gate", defaultValue = "auto")
    String gate;

    /**
     * What the zip and the manifest are called in the build directory, before {@code -aml.zip} and {@code -aml.json}. In a repository they
     * have the names that Maven gives them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.outputName", defaultValue = "${project.build.finalName}")
    String outputName;

    private final BuildPlan plan;
    private final MavenProjectHelper helper;

    /**
     * Made by Maven.
     *
     * @param plan what the build will do
     * @param helper attaches files to the project
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public SnapshotMojo(BuildPlan plan, MavenProjectHelper helper) {
        this.plan = plan;
        this.helper = helper;
    }

    @Override
    void judge()
            throws MojoExecutionException, MojoFailureException, UnusableRepositoryException, OutsideTreeException,
                    IOException {
        boolean fail = fails();
        Verdict verdict = verdict(buildDirectory.toPath());
        SnapshotWriter.clear(buildDirectory.toPath(), outputName);
        verdict.clear();
        Examiner examiner = examiner();
        try (GitRepository repository = open(project)) {
            Scope scope = scope(repository, List.of(Module.of(project, definitions, overlay())));
            Outputs outputs = Outputs.in(List.of(new Outputs.Place(buildDirectory.toPath(), outputName)), repository);
            Examination examination =
                    examiner.examine(repository, repository.workingTree(), repository.head(), scope, outputs);
            verdict.announce(examination, repository.head(), fail || !examination.isWhole());
            if (examination.isEmpty()) {
                throw new MojoFailureException("No Azure ML definition in the commit matches aml.definitions: "
                        + String.join(", ", definitions) + ". Commit one, or correct the patterns.");
            }
            if (examination.holdsSecrets()) {
                getLog().warn("There is a secret in what would be captured, so that no zip is written.");
                return;
            }
            write(repository, examination, outputs);
        }
    }

    private void write(GitRepository repository, Examination examination, Outputs outputs)
            throws MojoFailureException, UnusableRepositoryException, OutsideTreeException, IOException {
        SnapshotRequest request = new Capture(project, plugin(), allowDirty).request(repository.head(), examination);
        Snapshot snapshot;
        try {
            snapshot = SnapshotWriter.write(
                    request, buildDirectory.toPath(), outputName, new LoggedProgress(getLog(), "Capturing"));
        } catch (LfsObjectMissingException e) {
            repository.head().requireFetched(examination.graph().files().values());
            throw e;
        } catch (UncapturableFileException e) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        if (changedSince(repository, examination, outputs)) {
            SnapshotWriter.clear(buildDirectory.toPath(), outputName);
            throw new MojoFailureException("The working copy was changed while it was being captured."
                    + " Run the build again when nothing writes to " + repository.workTree() + ".");
        }
        if (snapshot.manifest().publishable()) {
            helper.attachArtifact(project, "zip", CLASSIFIER, snapshot.zip().toFile());
            helper.attachArtifact(project, "json", CLASSIFIER, snapshot.json().toFile());
        }
        Path shown = project.getBasedir().toPath().relativize(snapshot.zip());
        SnapshotSummary.lines(snapshot.manifest(), shown, Files.size(snapshot.zip()))
                .forEach(getLog()::info);
    }

    private boolean changedSince(GitRepository repository, Examination examination, Outputs outputs)
            throws MojoFailureException, UnusableRepositoryException, OutsideTreeException, IOException {
        try (GitRepository now = open(project)) {
            return !now.head().id().equals(repository.head().id())
                    || !outputs.without(now.workingTree().status(Examination.captured(examination.graph())))
                            .equals(examination.status());
        }
    }

    private boolean fails() throws MojoExecutionException, MojoFailureException {
        return switch (Choice.of("aml.gate", GateMode.class, gate)) {
            case FAIL -> true;
            case WARN -> false;
            case AUTO -> isCalledByName() || plan.publishes(session);
        };
    }
}
