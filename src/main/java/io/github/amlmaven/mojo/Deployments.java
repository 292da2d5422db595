package io.github.amlmaven.mojo;

import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.azure.Azure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** Snapshots on their way. Each is opened once, and those that go to the same place go over the same connections. */
final class Deployments implements AutoCloseable {
    private final List<Deployment> all = new ArrayList<>();

    private Deployments() {}

    /**
     * Opens snapshots. Nothing is asked of their destinations yet.
     *
     * @param departures the snapshots
     * @param azure where their destinations are
     * @param submit whether their pipelines run once, besides being published
     * @param folder where an overlay is that a snapshot does not have
     * @return a deployment for each, to be closed
     * @throws MojoFailureException when one cannot be published
     * @throws MojoExecutionException when one cannot be read
     */
    static Deployments open(List<Departure> departures, Azure azure, boolean submit, Path folder)
            throws MojoExecutionException, MojoFailureException {
        Deployments deployments = new Deployments();
        Map<Place, Workspace> workspaces = new HashMap<>();
        boolean open = false;
        try {
            for (Departure departure : departures) {
                Destination destination = departure.destination();
                Workspace workspace = workspaces.computeIfAbsent(destination.place(), azure::open);
                SnapshotReader snapshot = departure.snapshot().open();
                deployments.all.add(
                        Deployment.open(departure.name(), snapshot, destination, workspace, submit, folder));
            }
            open = true;
            return deployments;
        } finally {
            if (!open) {
                deployments.close();
            }
        }
    }

    /** In the order of the departures. */
    List<Deployment> all() {
        return all;
    }

    @Override
    public void close() throws MojoExecutionException {
        while (!all.isEmpty()) {
            all.remove(all.size() - 1).close();
        }
    }
}
