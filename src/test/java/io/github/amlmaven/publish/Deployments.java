package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SnapshotReader;
import io.github.amlmaven.snapshot.SnapshotRequest;
import io.github.amlmaven.snapshot.SnapshotWriter;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.azure.AzureWorkspace;
import io.github.amlmaven.workspace.azure.Cloud;
import io.github.amlmaven.workspace.azure.Connection;
import io.github.amlmaven.workspace.azure.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** The example, published to an emulator by the adapter for the real service. */
final class Deployments implements AutoCloseable {
    private static final Path EXAMPLE = Path.of("src", "it", "taxi-fare");

    private final Emulator emulator;
    private final Path folder;
    private final GitFixture git;
    private final Tunnel tunnel;

    Deployments(Emulator emulator, Path folder) throws Exception {
        this(emulator, folder, true);
    }

    /** Where nothing is that the example refers to. */
    static Deployments inAnEmptyWorkspace(Emulator emulator, Path folder) throws Exception {
        return new Deployments(emulator, folder, false);
    }

    private Deployments(Emulator emulator, Path folder, boolean furnished) throws Exception {
        this.emulator = emulator;
        this.folder = folder;
        this.tunnel = Tunnel.to(emulator);
        SSLContext.setDefault(emulator.sslContext());
        this.git = GitFixture.init(folder);
        try (Stream<Path> files = Files.walk(EXAMPLE.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                git.write(EXAMPLE.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        if (furnished) {
            furnish();
        }
    }

    private void furnish() {
        for (String compute : List.of("cpu-cluster", "cpu-cluster-large")) {
            emulator.write(
                    emulator.workspaceId() + "/computes/" + compute,
                    properties(JsonNodeFactory.instance.objectNode().put("computeType", "AmlCompute")));
        }
        emulator.write(
                emulator.workspaceId() + "/data/nyc-yellow-taxi-trips/versions/2024-06",
                properties(JsonNodeFactory.instance
                        .objectNode()
                        .put("dataType", "uri_folder")
                        .put("dataUri", "https://example.org/trips")));
    }

    private static ObjectNode properties(ObjectNode properties) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.set("properties", properties);
        return answer;
    }

    /** A file of the example. */
    String read(String path) throws IOException {
        return Files.readString(EXAMPLE.resolve(path));
    }

    GitFixture git() {
        return git;
    }

    Workspace workspace() {
        return AzureWorkspace.open(place(), connection());
    }

    Place place() {
        return new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE);
    }

    Connection connection() {
        return new Connection(
                Cloud.PUBLIC,
                Optional.of(emulator.address()),
                Connection.API_VERSION,
                new Identity.ServicePrincipal(
                        emulator.principal().tenantId(),
                        emulator.principal().clientId(),
                        emulator.principal().secret()),
                Optional.of(new Connection.Proxy("127.0.0.1", tunnel.port(), "", "", "")),
                new Connection.Patience(
                        Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1), 4, Duration.ofMillis(10)),
                emulator.environment(),
                "aml-maven-plugin/test");
    }

    SnapshotReader snapshot() throws Exception {
        git.commitAll();
        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            SnapshotRequest request = new SnapshotRequest(
                    "test",
                    new Manifest.Project("com.example.taxi", "taxi-fare", "1.4.0"),
                    new Manifest.Git(head.id(), head.tree(), head.committedAt(), List.of()),
                    Optional.empty(),
                    head,
                    DefinitionGraph.read(
                            head,
                            List.of(
                                    TreePath.of("src/main/aml/taxi-fare.yml"),
                                    TreePath.of("src/main/aml/monthly.yml"))),
                    List.of(),
                    List.of(),
                    List.of());
            return SnapshotReader.open(SnapshotWriter.write(request, folder, "taxi", (files, total, bytes) -> {})
                    .zip());
        }
    }

    Plan plan() throws Exception {
        try (SnapshotReader snapshot = snapshot()) {
            return Planner.plan(publication(snapshot), workspace());
        }
    }

    Outcome publish() throws Exception {
        try (SnapshotReader snapshot = snapshot()) {
            Publication publication = publication(snapshot);
            Workspace workspace = workspace();
            Plan plan = Planner.plan(publication, workspace);
            if (!plan.problems().isEmpty()) {
                throw new IOException(String.join("\n", plan.problems()));
            }
            return Publisher.publish(publication, plan, Formers.of(plan, workspace), workspace, new Silent());
        }
    }

    private Publication publication(SnapshotReader snapshot) throws Exception {
        return Preparation.of(snapshot, new Target("test", place(), Overlay.NONE), false);
    }

    @Override
    public void close() {
        tunnel.close();
    }

    private static final class Silent implements Progress {
        @Override
        public void wrote(Outcome.Written written) {}

        @Override
        public void uploaded(long bytes) {}
    }
}
