package io.github.amlmaven.mojo;

import io.github.amlmaven.gate.DataGate;
import io.github.amlmaven.gate.Pins;
import io.github.amlmaven.gate.Strictness;
import io.github.amlmaven.gate.git.AllowDirty;
import io.github.amlmaven.gate.git.MalformedGlobException;
import io.github.amlmaven.gate.secret.SecretMemory;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.LfsObjectMissingException;
import io.github.amlmaven.git.ObjectMissingException;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.pom.Reactor;
import io.github.amlmaven.tree.OutsideTreeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** What the goals have in common that capture and judge: what is captured, and how strict the gate is. */
abstract class AbstractGateMojo extends AbstractAmlMojo {

    /** Where plugins keep what they may lose, in the local repository. */
    private static final String CACHE = ".cache/aml-maven-plugin";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    MavenProject project;

    /**
     * The files that a snapshot begins with, as Ant patterns from the project's folder. Of the files that match, those that are Azure ML
     * definitions are taken; everything else comes in by reference, from anywhere in the repository. One that cannot be read is a refusal when it
     * looks like a definition or one refers to it, else a warning.
     *
     * <pre>{@code
     * <definitions>
     *   <definition>pipelines/*.yml</definition>
     *   <definition>schedules/*.yml</definition>
     * </definitions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "aml.definitions",
            defaultValue = "src/main/aml/**/*.yml,src/main/aml/**/*.yaml,src/main/aml/**/*.json")
    List<String> definitions;

    /**
     * Untracked files that do not make the working copy dirty, as globs over paths from the top of the repository; for what a CI system puts
     * there. A file that a snapshot captures is never excused.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.allowDirty")
    List<String> allowDirty = List.of();

    /**
     * What data that can change does: {@code warn}, {@code fail} or {@code off}. Data may float on purpose; nothing else has such a switch.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.gate.data", defaultValue = "warn")
    String dataGate;

    /**
     * How much of what an environment is made of has to be fixed:
     *
     * <ul>
     *   <li>{@code exact}: every package, image and asset that is named is named exactly; what those drag in may float;
     *   <li>{@code locked}: every package by the digest of its file, whether it is named or dragged in, and every image by its digest.
     * </ul>
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.pins", defaultValue = "exact")
    String pins;

    /**
     * Refuses a snapshot of a commit that is on no branch of a remote, as far as this clone knows. Otherwise that is a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.requirePushed", defaultValue = "false")
    boolean requirePushed;

    /**
     * Refuses a snapshot of a project whose version ends in {@code -SNAPSHOT}; for the build that publishes releases. In a released project a
     * SNAPSHOT is refused without it, wherever it comes from.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.requireRelease", defaultValue = "false")
    boolean requireRelease;

    /**
     * Writes {@code target/aml/TEST-aml.xml} as well: the rules as the tests of a JUnit report, for build servers that show those.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.junitReport", defaultValue = "false")
    boolean junitReport;

    /**
     * What is different in a target that is told on the command line: a file, by its path from the top of the repository. It is captured, as
     * the overlays of all {@code <targets>} are.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.overlay")
    @Nullable
    String overlay;

    @Override
    final void run() throws MojoExecutionException, MojoFailureException {
        // JGit's jar is signed, and a method reference would check that here and now, for a tenth of a second.
        CompletableFuture<Void> prepared = CompletableFuture.runAsync(() -> GitRepository.prepare());
        try {
            judge();
        } catch (UnusableRepositoryException
                | OutsideTreeException
                | LfsObjectMissingException
                | ObjectMissingException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading or writing failed: " + DiskTrouble.words(e), e);
        } finally {
            // Maven ends by closing what classes come from. What failed here fails again for whoever uses JGit.
            prepared.exceptionally(thrown -> null).join();
        }
    }

    @Override
    final void skipped() {
        getLog().info("aml.skip is set: nothing is captured and nothing is checked.");
    }

    abstract void judge()
            throws MojoExecutionException, MojoFailureException, UnusableRepositoryException, OutsideTreeException,
                    IOException;

    final GitRepository open(MavenProject of) throws UnusableRepositoryException, MojoFailureException, IOException {
        Path folder = of.getBasedir().toPath();
        Unfinished.refuse(folder, environment());
        return GitRepository.open(folder, environment());
    }

    final Optional<String> overlay() {
        return Optional.ofNullable(overlay);
    }

    /** What judges; made before a repository is opened, which has to wait for JGit. */
    final Examiner examiner() throws MojoFailureException {
        Path repository =
                session.getRepositorySession().getLocalRepository().getBasedir().toPath();
        SecretMemory memory =
                SecretMemory.in(repository.resolve(CACHE).resolve("blobs-without-secrets"), plugin().getId());
        Strictness strictness = new Strictness(
                Choice.of("aml.gate.data", DataGate.class, dataGate),
                Choice.of("aml.pins", Pins.class, pins),
                requirePushed,
                requireRelease);
        try {
            AllowDirty allowed = AllowDirty.of(allowDirty);
            return new Examiner(strictness, allowed, memory);
        } catch (MalformedGlobException e) {
            throw new MojoFailureException("aml.allowDirty: " + e.getMessage() + ". Correct the parameter.", e);
        }
    }

    final Scope scope(GitRepository repository, List<Module> modules) throws OutsideTreeException, IOException {
        return Scope.of(
                modules,
                Module.of(session.getAllProjects(), definitions, overlay()),
                Path.of(session.getExecutionRootDirectory()),
                Reactor.of(session, execution, repository),
                repository);
    }

    /** What the goal says in the end, with its files in the folder {@code aml} of a build directory. */
    final Verdict verdict(Path buildDirectory) {
        Path root = Path.of(session.getExecutionRootDirectory());
        Verdict.Places places = new Verdict.Places(getLog(), Verdict.folder(buildDirectory), root, junitReport);
        return new Verdict(places, plugin().getVersion(), environment());
    }
}
