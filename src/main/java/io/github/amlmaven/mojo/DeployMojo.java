package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.Manifest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
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
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("aml.skip is set: nothing of "
                    + session.getCurrentProject().getArtifactId() + " is published.");
            arrive(Optional.empty());
            return;
        }
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
            publishing.publish(
                    located.isPresent()
                            ? List.of(released(located.get(), "deploy", false))
                            : built(session.getProjects()),
                    submit);
        } else {
            arrive(departure(session.getCurrentProject(), false));
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
                publishing(beforeFolder).publish(all.get(), submit);
            }
        } else if (departure.isPresent()) {
            getLog().info("The snapshot " + departure.get().name() + " is published after the last module.");
        }
    }

    private List<Departure> built(List<MavenProject> projects) throws MojoExecutionException, MojoFailureException {
        List<Departure> departures = new ArrayList<>();
        for (MavenProject project : projects) {
            departure(project, projects.size() == 1).ifPresent(departures::add);
        }
        if (departures.isEmpty()) {
            throw new MojoFailureException("There is no snapshot here. Run mvn package first, or say which one:"
                    + " -Daml.version=, -Daml.file=.");
        }
        return departures;
    }

    private Optional<Departure> departure(MavenProject project, boolean required)
            throws MojoExecutionException, MojoFailureException {
        Optional<Path> zip = Builds.snapshot(project, required, getLog());
        if (zip.isEmpty()) {
            return Optional.empty();
        }
        SnapshotInFile snapshot = new SnapshotInFile(zip.get());
        Manifest manifest = snapshot.manifest();
        refuse(snapshot.name(), manifest);
        try (GitRepository repository =
                GitRepository.open(project.getBasedir().toPath(), BuildEnvironment.of(session))) {
            CleanTree.check(repository, manifest);
        } catch (UnusableRepositoryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading the repository failed: " + e.getMessage(), e);
        }
        // The snapshots are in the build directories, and need not be in a Maven repository.
        String again = "mvn aml:deploy" + where() + (submit ? " -Daml.submit" : "");
        return Optional.of(
                new Departure(project.getArtifactId(), zip.get(), destination(), again, new WayBack(where(), false)));
    }
}
