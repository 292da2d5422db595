package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.report.ConsolePlan;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** When a step fails, what was re-pointed names again what it named before. */
@ExtendWith(EmulatorExtension.class)
class PointingBackTest {
    private static final String SCHEDULE = "^PUT .*/schedules/nightly";
    private static final String ENDPOINT = "^PUT .*/batchEndpoints/fares\\?";

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
}
