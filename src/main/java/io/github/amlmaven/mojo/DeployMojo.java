package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.publish.Outcome;
import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.report.ConsolePlan;
import io.github.amlmaven.report.PlanJson;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.azure.Connection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
        } else if (located.isPresent()) {
            publish(List.of(released(located.get())));
        } else if (isCalledByName()) {
            publish(built(session.getProjects()));
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
            publish(all.get());
        } else if (departure.isPresent()) {
            getLog().info("The snapshot " + departure.get().name() + " is published after the last module.");
        }
    }

    private Departure released(LocatedSnapshot located) throws MojoExecutionException, MojoFailureException {
        Manifest manifest = located.manifest();
        Refusals.check(located.name(), manifest, today());
        return new Departure(located.name(), located.zip(), destination(), again(manifest));
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
        Refusals.check(snapshot.name(), manifest, today());
        try (GitRepository repository =
                GitRepository.open(project.getBasedir().toPath(), BuildEnvironment.of(session))) {
            CleanTree.check(repository, manifest);
        } catch (UnusableRepositoryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading the repository failed: " + e.getMessage(), e);
        }
        return Optional.of(new Departure(project.getArtifactId(), zip.get(), destination(), again(manifest)));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private String again(Manifest manifest) {
        Manifest.Project project = manifest.project();
        return "mvn aml:deploy -Daml.artifact=" + project.groupId() + ":" + project.artifactId() + ":"
                + project.version() + (target == null ? "" : " -Daml.target=" + target);
    }

    /** All plans first: when one must not be run, none is. */
    private void publish(List<Departure> departures) throws MojoExecutionException, MojoFailureException {
        if (departures.isEmpty()) {
            return;
        }
        Connection connection = connection();
        List<Plan> plans = new ArrayList<>();
        for (Departure departure : departures) {
            try (Deployment deployment = open(departure, connection)) {
                Plan plan = deployment.plan();
                ConsolePlan.lines(plan).forEach(getLog()::info);
                plans.add(plan);
            }
        }
        write(plans);
        Refusals.check(plans);
        for (int i = 0; i < departures.size(); i++) {
            try (Deployment deployment = open(departures.get(i), connection)) {
                // What an earlier one wrote, a later one uses.
                Plan plan = i == 0 ? plans.get(0) : deployment.plan();
                Refusals.check(List.of(plan));
                if (!plan.isDone()) {
                    getLog().info("Publishing " + departures.get(i).name() + " to " + plan.target() + ":");
                    told(deployment.run(plan, new LoggedPublishing(getLog())), departures.get(i));
                }
            }
        }
    }

    private Deployment open(Departure departure, Connection connection)
            throws MojoExecutionException, MojoFailureException {
        return Deployment.open(departure.zip(), departure.destination(), connection, submit, folder());
    }

    private void write(List<Plan> plans) throws MojoExecutionException {
        if (!SnapshotSource.isProject(session)) {
            return;
        }
        Path file = Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", "plan.json");
        try {
            PlanJson.write(plans, file);
        } catch (IOException e) {
            throw new MojoExecutionException("Writing " + file + " failed: " + e.getMessage(), e);
        }
    }

    private void told(Outcome outcome, Departure departure) throws MojoExecutionException, MojoFailureException {
        if (outcome.failure().isEmpty()) {
            getLog().info("Published " + departure.name() + ": "
                    + outcome.written().size() + " written.");
            return;
        }
        Exception failure = outcome.failure().get();
        String message = (failure instanceof InterruptedException ? "Interrupted." : failure.getMessage()) + "\n\n"
                + String.join("\n", ConsolePlan.left(outcome))
                + "\n\nRun it again to go on: what was written is not written again.\n  " + departure.again() + "\n";
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof WorkspaceException refused && refused.reason() != Reason.UNAVAILABLE) {
            throw new MojoFailureException(message, failure);
        }
        throw new MojoExecutionException(message, failure);
    }
}
