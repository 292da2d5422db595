package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Plan;
import io.github.amlmaven.report.ConsolePlan;
import io.github.amlmaven.report.PlanJson;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Says what {@code aml:deploy} would do, and does nothing: which assets would be created, which are there already with the same content, which
 * live things would be pointed to this snapshot, and whether everything that the snapshot refers to exists in the workspace. A conflict (an
 * asset with the same name and version and other content) fails the build, here, before a Maven repository has anything.
 *
 * <p>The plan is also in {@code target/aml/plan.json}. Bound to a phase, the goal does nothing without a network ({@code mvn -o}) and for a
 * snapshot that must not be published, and says so.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class PlanMojo extends AbstractPublishMojo {

    /**
     * Whether the pipelines are to run once, besides being published.
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
    public PlanMojo(SnapshotSource source, Access access) {
        super(source, access);
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("aml.skip is set: nothing is planned.");
            return;
        }
        Optional<Path> zip = zip();
        if (zip.isEmpty()) {
            return;
        }
        Plan plan;
        Destination destination = destination();
        Workspace workspace = AzureWorkspace.open(destination.place(), connection());
        try (Deployment deployment = Deployment.open(zip.get(), destination, workspace, submit, folder())) {
            plan = deployment.plan();
        }
        ConsolePlan.lines(plan).forEach(getLog()::info);
        write(plan);
        Refusals.check(List.of(plan));
    }

    /** Refuses what a deploy would refuse. */
    private Optional<Path> zip() throws MojoExecutionException, MojoFailureException {
        Optional<LocatedSnapshot> located = located(coordinates -> {
            throw new MojoFailureException("aml.version=previous has no meaning for a plan: name the version.");
        });
        if (located.isPresent()) {
            if (isLeftOut(located.get().zip())) {
                return Optional.empty();
            }
            verified(located.get());
            return Optional.of(located.get().zip());
        }
        Optional<Path> built = Builds.snapshot(session.getCurrentProject(), isCalledByName(), getLog());
        if (built.isEmpty() || isLeftOut(built.get())) {
            return Optional.empty();
        }
        SnapshotInFile snapshot = new SnapshotInFile(built.get());
        refuse(snapshot.name(), snapshot.manifest());
        return built;
    }

    private boolean isLeftOut(Path zip) throws MojoFailureException {
        String reason = session.isOffline()
                ? "Maven is offline"
                : zip.getFileName().toString().endsWith("-unpublishable.zip")
                        ? "the snapshot " + zip.getFileName() + " must not be published"
                        : "";
        if (reason.isEmpty()) {
            return false;
        } else if (isCalledByName()) {
            throw new MojoFailureException("No plan can be made: " + reason + ".");
        }
        getLog().warn("No plan is made: " + reason + ".");
        return true;
    }

    private void write(Plan plan) throws MojoExecutionException {
        if (!SnapshotSource.isProject(session)) {
            return;
        }
        Path file = Path.of(session.getCurrentProject().getBuild().getDirectory(), "aml", "plan.json");
        try {
            PlanJson.write(List.of(plan), file);
        } catch (IOException e) {
            throw new MojoExecutionException("Writing " + file + " failed: " + e.getMessage(), e);
        }
    }
}
