package io.github.amlmaven.publish;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import io.github.amlmaven.workspace.azure.Cloud;
import io.github.amlmaven.workspace.azure.Connection;
import io.github.amlmaven.workspace.azure.Connection.Patience;
import io.github.amlmaven.workspace.azure.Identity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Somebody who publishes whole snapshots to an emulator, all kinds and with a job, from this process or from another one. */
final class Visitor {
    /** Waits for nothing long. */
    static final Patience PATIENCE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1), 4, Duration.ofMillis(10));

    private static final Place PLACE =
            new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE);

    private static final Place REGISTRY =
            new Place(Place.Kind.REGISTRY, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.REGISTRY);

    private final Workspace workspace;

    private Visitor(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One in this process. */
    static Visitor of(Emulator emulator, Tunnel tunnel) throws NoSuchAlgorithmException {
        return of(emulator, tunnel, PATIENCE);
    }

    static Visitor of(Emulator emulator, Tunnel tunnel, Patience patience) throws NoSuchAlgorithmException {
        // Whom an HTTP client believes is settled when it is made.
        synchronized (Visitor.class) {
            SSLContext before = SSLContext.getDefault();
            SSLContext.setDefault(emulator.sslContext());
            try {
                return of(emulator.address(), tunnel.port(), patience, emulator.environment());
            } finally {
                SSLContext.setDefault(before);
            }
        }
    }

    /** One in whatever process, which has to believe the emulator. */
    static Visitor of(URI address, int tunnel, Patience patience, Map<String, String> environment) {
        return new Visitor(AzureWorkspace.open(PLACE, connection(address, tunnel, patience, environment)));
    }

    /** The same one in the registry. */
    static Visitor inRegistry(Emulator emulator, Tunnel tunnel) throws NoSuchAlgorithmException {
        synchronized (Visitor.class) {
            SSLContext before = SSLContext.getDefault();
            SSLContext.setDefault(emulator.sslContext());
            try {
                return new Visitor(AzureWorkspace.open(
                        REGISTRY, connection(emulator.address(), tunnel.port(), PATIENCE, emulator.environment())));
            } finally {
                SSLContext.setDefault(before);
            }
        }
    }

    private static Connection connection(URI address, int tunnel, Patience patience, Map<String, String> environment) {
        return new Connection(
                Cloud.PUBLIC,
                Optional.of(address),
                Connection.API_VERSION,
                new Identity.ServicePrincipal(
                        environment.getOrDefault("AZURE_TENANT_ID", ""),
                        environment.getOrDefault("AZURE_CLIENT_ID", ""),
                        environment.getOrDefault("AZURE_CLIENT_SECRET", "")),
                Optional.of(new Connection.Proxy("127.0.0.1", tunnel, "", "", "")),
                patience,
                environment,
                "aml-maven-plugin/test");
    }

    Workspace workspace() {
        return workspace;
    }

    /** Something that is done with a snapshot. */
    private interface Task<T> {
        T with(Publication publication) throws Exception;
    }

    private <T> T open(Path zip, Task<T> task) throws Exception {
        try (SnapshotReader snapshot = SnapshotReader.open(zip)) {
            return task.with(Preparation.of(snapshot, new Target("test", workspace.place(), Overlay.NONE), true));
        }
    }

    Plan plan(Path zip) throws Exception {
        return open(zip, publication -> Planner.plan(publication, workspace));
    }

    /** Runs a plan that may be old by now. */
    Outcome publish(Path zip, Plan plan) throws Exception {
        return publish(zip, plan, new Silent());
    }

    Outcome publish(Path zip, Plan plan, Progress progress) throws Exception {
        return open(
                zip,
                publication -> Publisher.publish(publication, plan, Formers.of(plan, workspace), workspace, progress));
    }

    /** Plans and publishes. */
    Outcome publish(Path zip) throws Exception {
        Plan plan = plan(zip);
        if (!plan.problems().isEmpty()) {
            throw new IOException(String.join("\n", plan.problems()));
        }
        return publish(zip, plan);
    }

    private static final class Silent implements Progress {
        @Override
        public void wrote(Outcome.Written written) {}

        @Override
        public void uploaded(long bytes) {}
    }
}
