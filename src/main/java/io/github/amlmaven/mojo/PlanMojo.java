package io.github.amlmaven.mojo;

import io.github.amlmaven.mojo.Departures.Departure;
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

/**
 * Says what {@code aml:deploy} would do, and does nothing: which assets would be created, which are there already with the same content, which
 * live things would be pointed to this snapshot, and whether everything that the snapshot refers to exists in the workspace. A conflict (an
 * asset with the same name and version and other content) fails the build, here, before a Maven repository has anything.
 *
 * <p>The plan is also in {@code target/aml/plan.json}. Bound to a phase, the goal does nothing without a network ({@code mvn -o}) and for a
 * snapshot that must not be published, and says so. Called by its name, it plans the snapshots of all modules.
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
    void skipped() {
        getLog().info("aml.skip is set: nothing is planned.");
    }

    @Override
    void act() throws MojoExecutionException, MojoFailureException {
        List<Departure> departures = departures();
        try {
            if (!departures.isEmpty()) {
                publishing(null).plan(departures, submit);
            }
        } finally {
            close(departures);
        }
    }

    private List<Departure> departures() throws MojoExecutionException, MojoFailureException {
        Optional<LocatedSnapshot> located = located(coordinates -> {
            throw new MojoFailureException("aml.version=previous has no meaning for a plan: name the version.");
        });
        if (located.isPresent()) {
            return isLeftOut(located.get().zip()) ? List.of() : List.of(released(located.get(), "deploy", false));
        }
        List<MavenProject> projects = isCalledByName() ? session.getProjects() : List.of(session.getCurrentProject());
        List<Departure> departures = new ArrayList<>();
        for (Builds.Built built : Builds.of(projects, isCalledByName(), getLog())) {
            if (!isLeftOut(built.zip())) {
                SnapshotInFile snapshot = new SnapshotInFile(built.zip(), true);
                refuse(snapshot.name(), snapshot.manifest());
                departures.add(departure(built, submit));
            }
        }
        return departures;
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
}
