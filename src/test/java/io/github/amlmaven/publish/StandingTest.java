package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmulatorExtension.class)
class StandingTest {
    private static final String PROJECT = "com.example:small";
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void showsWhatIsLiveBehindWhatAndWhatIsHeld(@WithBlobs Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        Path good = project.zip("1.4.0");
        project.runsAt(4);
        Path bad = project.zip("1.5.0");
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            visitor.publish(good);
            visitor.publish(bad);
            Stamp held = new Stamp("sha256:0", PROJECT + ":1.3.0", "0");
            new Holds(visitor.workspace()).hold(held, "why", NOW);
            emulator.log().clear();

            Standing standing = Standing.of(visitor.workspace(), PROJECT, List.of(held));

            // Behind the endpoint is the same in both versions.
            assertThat(standing.live())
                    .extracting(one -> one.kind() + " " + one.name() + " " + one.version())
                    .containsExactly("batch endpoint fares/blue 1.4.0", "schedule nightly 1.5.0");
            assertThat(standing.held()).extracting(Hold::stamp).containsExactly(held);
            assertThat(emulator.log().writes()).isEmpty();
            assertThat(Standing.of(visitor.workspace(), "com.example:sma", List.of())
                            .live())
                    .isEmpty();

            String id = emulator.workspaceId() + "/schedules/nightly";
            ObjectNode schedule = emulator.read(id);
            schedule.withObject("/properties").put("isEnabled", false);
            emulator.write(id, schedule);
            assertThat(Standing.of(visitor.workspace(), PROJECT, List.of()).live())
                    .extracting(Running::name)
                    .containsExactly("fares/blue");
        }
    }
}
