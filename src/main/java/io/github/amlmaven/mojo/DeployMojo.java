package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.Manifest;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Publishes a snapshot to a workspace or a registry: first it makes the plan that {@code aml:plan} shows, then it does that and nothing else. What
 * is there already with the same content is used as it is, so that a second run writes nothing.
 *
 * <p>Without more it publishes the snapshot of this build. Promotion publishes a released one, with no rebuild: {@code mvn aml:deploy
 * -Daml.version=1.4.0 -Daml.target=prod}; that needs neither a project nor git. In a reactor everything is published once, after the last module
 * that has this goal.
 *
 * @since 0.1.0
 */
@Mojo(name = "deploy", defaultPhase = LifecyclePhase.DEPLOY, requiresProject = false, threadSafe = true)
public final class DeployMojo extends AbstractPublishMojo {

    /**
     * Whether the pipelines are to run once, besides being published. A snapshot runs once in a target: the same job is not submitted again.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.submit", defaultValue = "false")
    boolean submit;

    /**
     * Shows the plan, and publishes nothing. In {@code mvn deploy} the other plugins do what they do all the same.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.dryRun", defaultValue = "false")
    boolean dryRun;

    /**
     * The folder in which a file is written for each publish that points something elsewhere: what that was before. In a project it is {@code
     * target/aml/before} unless this says another; outside a project none is written without it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "aml.beforeFolder")
    @Nullable
    File beforeFolder;

    /**
     * Made by Maven.
     *
     * @param source where snapshots are
     * @param access what the settings say about getting to Azure
     */
    @Inject
    @SuppressWarnings("NullAway.Init")
    public DeployMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    @Override
    void skipped() throws MojoExecutionException, MojoFailureException {
        getLog().info("aml.skip is set: nothing of "
                + session.getCurrentProject().getArtifactId() + " is published.");
        arrive(Optional.empty());
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        if (session.isOffline()) {
            throw new MojoFailureException("Nothing can be published while Maven is offline. Run it without -o.");
        }
        Optional<LocatedSnapshot> located = located(coordinates -> {
            throw new MojoFailureException("aml.version=previous has no meaning here: name the version.");
        });
        if (located.isPresent() && !isCalledByName()) {
            throw new MojoFailureException("This build publishes its own snapshot. To publish "
                    + located.get().name() + ", call aml:deploy by its name.");
        } else if (isCalledByName()) {
            Publishing publishing = publishing(beforeFolder);
            List<Departure> departures = located.isPresent()
                    ? List.of(released(located.get(), "deploy", false))
                    : built(session.getProjects(), true);
            try {
                publish(publishing, departures);
            } finally {
                close(departures);
            }
        } else {
            arrive(built(List.of(session.getCurrentProject()), false).stream().findFirst());
        }
    }

    private void arrive(Optional<Departure> departure) throws MojoExecutionException, MojoFailureException {
        if (isCalledByName()) {
            return;
        }
        Optional<List<Departure>> all = Departures.of(session).add(session.getCurrentProject(), execution, departure);
        if (all.isPresent()) {
            // Also one that has not this goal, and fails late or with --fail-at-end.
            Refusals.check(session.getResult());
            if (!all.get().isEmpty()) {
                publish(publishing(beforeFolder), all.get());
            }
        } else if (departure.isPresent()) {
            getLog().info("The snapshot " + departure.get().name() + " is published after the last module.");
        }
    }

    private void publish(Publishing publishing, List<Departure> departures)
            throws MojoExecutionException, MojoFailureException {
        if (dryRun) {
            publishing.plan(departures, submit);
            getLog().info("aml.dryRun is set: nothing is written.");
        } else {
            publishing.publish(departures, submit);
        }
    }

    private List<Departure> built(List<MavenProject> projects, boolean required)
            throws MojoExecutionException, MojoFailureException {
        List<Departure> departures = new ArrayList<>();
        for (Builds.Built built : Builds.of(projects, required, getLog())) {
            checkUnchanged(built);
            departures.add(departure(built, submit));
        }
        return departures;
    }

    private void checkUnchanged(Builds.Built built) throws MojoExecutionException, MojoFailureException {
        SnapshotInFile snapshot = new SnapshotInFile(built.zip(), true);
        Manifest manifest = snapshot.manifest();
        refuse(snapshot.name(), manifest);
        try (GitRepository repository =
                GitRepository.open(built.project().getBasedir().toPath(), environment())) {
            CleanTree.check(repository, manifest);
        } catch (UnusableRepositoryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading the repository failed: " + DiskTrouble.words(e), e);
        }
    }
}
