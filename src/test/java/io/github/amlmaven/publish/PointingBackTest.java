package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Emulators;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.Settings;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.report.ConsolePlan;
import io.github.amlmaven.workspace.wire.Previous;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When a step fails, what was re-pointed names again what it named before. */
@ExtendWith(EmulatorExtension.class)
class PointingBackTest {
    private static final String SCHEDULE = "^PUT .*/schedules/nightly";
    private static final String ENDPOINT = "^PUT .*/batchEndpoints/fares\\?";

    private static final String SECOND = "^PUT .*/schedules/weekly";
    private static final int KILLED = 137;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallProject project;

    @BeforeEach
    void write() {
        project = new SmallProject(folder);
    }

    /** Makes a version that changes all that is live. */
    private Path changed() throws Exception {
        project.git()
                .write(
                        "aml/nightly.yml",
                        "name: nightly\ntrigger:\n  type: cron\n  expression: \"0 4 * * *\"\ncreate_job: ./taxi.yml\n");
        project.git()
                .write(
                        "aml/endpoint.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/batchEndpoint.schema.json
                        name: fares
                        description: Changed
                        auth_mode: aad_token
                        defaults:
                          deployment_name: blue
                        """);
        return project.zip("1.5.0");
    }

    private static JsonNode properties(Emulator emulator, String path) {
        return emulator.read(emulator.workspaceId() + path).path("properties");
    }

    @Test
    void whatIsRePointedIsReadOnceForAllWhoAskWhatItWas(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(project.zip("1.4.0")).failure()).isEmpty();
            Path next = changed();

            emulator.log().clear();
            assertThat(visitor.publish(next).failure()).isEmpty();
            // For the plan, as it was, right before the write; then what the write came to, and the proof.
            assertThat(emulator.log().all().stream()
                            .filter(request -> request.path().endsWith("/schedules/nightly"))
                            .map(request -> request.method()))
                    .containsExactly("GET", "GET", "GET", "PUT", "GET", "GET");
        }
    }

    @Test
    void theEndpointIsPointedBackWhenTheScheduleFails(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(project.zip("1.4.0")).failure()).isEmpty();
            JsonNode endpoint = properties(emulator, "/batchEndpoints/fares");
            JsonNode schedule = properties(emulator, "/schedules/nightly");
            Path next = changed();

            emulator.faults().on(SCHEDULE, 0, 1, new Fault.OperationFails());
            Outcome outcome = visitor.publish(next);
            assertThat(outcome.failure()).isPresent();
            assertThat(outcome.back())
                    .extracting(one -> one.kind() + " " + one.name() + " " + one.problem())
                    .endsWith("batch endpoint fares ");
            assertThat(properties(emulator, "/batchEndpoints/fares")).isEqualTo(endpoint);
            assertThat(properties(emulator, "/schedules/nightly")).isEqualTo(schedule);
            assertThat(ConsolePlan.left(outcome)).contains("Pointed back: batch endpoint fares.");
            assertThat(outcome.left()).extracting(Plan.Step::name).contains("nightly", "fares");

            emulator.faults().clear();
            assertThat(visitor.publish(next).failure()).isEmpty();
            assertThat(visitor.plan(next).isDone()).isTrue();
        }
    }

    @Test
    void whatNobodyForesawIsPointedBackAndTold(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(project.zip("1.4.0")).failure()).isEmpty();
            JsonNode schedule = properties(emulator, "/schedules/nightly");
            Path next = changed();

            Outcome outcome = visitor.publish(next, visitor.plan(next), new Progress() {
                @Override
                public void wrote(Outcome.Written written) {
                    if (written.step().name().equals("nightly")) {
                        throw new IllegalStateException("nobody foresaw it");
                    }
                }

                @Override
                public void uploaded(long bytes) {}
            });

            assertThat(outcome.failure()).containsInstanceOf(IllegalStateException.class);
            assertThat(outcome.back())
                    .filteredOn(Outcome.Back::isDone)
                    .extracting(Outcome.Back::name)
                    .contains("nightly", "fares");
            assertThat(properties(emulator, "/schedules/nightly")).isEqualTo(schedule);
        }
    }

    @Test
    void whatCannotBePointedBackIsSaid(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(project.zip("1.4.0")).failure()).isEmpty();
            Path next = changed();

            // The endpoint is re-pointed; from then on nothing is.
            emulator.faults().on(SCHEDULE, 0, Integer.MAX_VALUE, new Fault.Failed(400));
            emulator.faults().on(ENDPOINT, 1, 99, new Fault.Failed(400));
            Outcome outcome = visitor.publish(next);
            // The schedule is as it was.
            assertThat(outcome.back()).hasSize(1).noneMatch(Outcome.Back::isDone);
            assertThat(ConsolePlan.left(outcome))
                    .anyMatch(line -> line.startsWith("NOT pointed back: batch endpoint fares. "));
            assertThat(outcome.written()).extracting(one -> one.step().name()).contains("fares");

            emulator.faults().clear();
            assertThat(visitor.publish(next).failure()).isEmpty();
            assertThat(visitor.plan(next).isDone()).isTrue();
        }
    }

    /** The same with a second schedule. */
    private Path withTwoSchedules(String version, int hour) throws Exception {
        for (String name : List.of("nightly", "weekly")) {
            project.git()
                    .write(
                            "aml/" + name + ".yml",
                            "name: " + name + "\ntrigger:\n  type: cron\n  expression: \"0 " + hour
                                    + " * * *\"\ncreate_job: ./taxi.yml\n");
        }
        project.git()
                .write(
                        "aml/endpoint.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/batchEndpoint.schema.json
                        name: fares
                        auth_mode: aad_token
                        description: At\s"""
                                + hour + "\ndefaults:\n  deployment_name: blue\n");
        return project.zip(version, "weekly");
    }

    /** Happens to the second schedule once the first is re-pointed. */
    private static void secondAfterFirst(Emulator emulator, Runnable then) {
        CountDownLatch first = new CountDownLatch(1);
        emulator.faults().next(SCHEDULE, new Fault.After(first::countDown));
        emulator.faults().next(SECOND, new Fault.Instead(() -> {
            try {
                assertThat(first.await(1, TimeUnit.MINUTES)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            then.run();
        }));
    }

    @Test
    void theFirstOfTwoSchedulesIsPointedBackWhenTheSecondFails(@WithBlobs Emulator emulator) throws Exception {
        Path good = withTwoSchedules("1.4.0", 3);
        Path next = withTwoSchedules("1.5.0", 4);
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(good).failure()).isEmpty();
            List<JsonNode> live = live(emulator);

            secondAfterFirst(emulator, () -> {});
            emulator.faults().on(SECOND, 1, Integer.MAX_VALUE, new Fault.Failed(400));
            Outcome outcome = visitor.publish(next);

            assertThat(outcome.failure()).isPresent();
            assertThat(outcome.back()).allMatch(Outcome.Back::isDone);
            assertThat(ConsolePlan.left(outcome))
                    .contains("Pointed back: schedule nightly.", "Pointed back: batch endpoint fares.")
                    .noneMatch(line -> line.startsWith("NOT"));
            assertThat(live(emulator)).isEqualTo(live);

            emulator.faults().clear();
            assertThat(visitor.publish(next).failure()).isEmpty();
            assertThat(visitor.plan(next).isDone()).isTrue();
        }
    }

    @Test
    void whatWasKilledBetweenTwoSchedulesIsFinishedByTheNextRun(@WithBlobs Emulators emulators) throws Exception {
        Path good = withTwoSchedules("1.4.0", 3);
        Path next = withTwoSchedules("1.5.0", 4);
        Emulator quiet = emulators.start(Settings.usual());
        try (Tunnel tunnel = Tunnel.to(quiet)) {
            Visitor visitor = Visitor.of(quiet, tunnel);
            assertThat(visitor.publish(good).failure()).isEmpty();
            assertThat(visitor.publish(next).failure()).isEmpty();
        }
        Emulator emulator = emulators.start(Settings.usual());
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            assertThat(visitor.publish(good).failure()).isEmpty();

            CompletableFuture<Process> victim = new CompletableFuture<>();
            secondAfterFirst(
                    emulator, () -> victim.join().destroyForcibly().onExit().join());
            Path output = folder.resolve("output");
            victim.complete(PublishingProcess.start(emulator, tunnel, next, output));
            assertThat(victim.join().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(victim.join().exitValue()).as(Files.readString(output)).isEqualTo(KILLED);
            assertThat(before(emulator, "nightly")).contains("com.example:small:1.4.0");
            assertThat(before(emulator, "weekly")).isEmpty();

            assertThat(visitor.publish(next).failure()).isEmpty();
            assertThat(States.differences(quiet.state(), emulator.state())).isEmpty();
            assertThat(visitor.plan(next).isDone()).isTrue();
        }
    }

    private static Optional<String> before(Emulator emulator, String schedule) {
        return Previous.in(emulator.read(emulator.workspaceId() + "/schedules/" + schedule))
                .map(Previous::coordinates);
    }

    private static List<JsonNode> live(Emulator emulator) {
        return Stream.of("/schedules/nightly", "/schedules/weekly", "/batchEndpoints/fares")
                .map(path -> emulator.read(emulator.workspaceId() + path).deepCopy())
                .map(JsonNode.class::cast)
                .toList();
    }
}
