package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What is live is what says so itself, on every page of the list. */
@ExtendWith(EmulatorExtension.class)
class RunningTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theTagsSay(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            SmallProject project = new SmallProject(folder);
            assertThat(visitor.publish(project.zip("1.4.0")).failure()).isEmpty();

            String nightly = emulator.workspaceId() + "/schedules/nightly";
            ObjectNode other = emulator.read(nightly).deepCopy();
            ((ObjectNode) other.at("/properties/tags")).put("aml.coordinates", "com.example:smaller:9");
            emulator.write(emulator.workspaceId() + "/schedules/another", other);
            ObjectNode off = emulator.read(nightly).deepCopy();
            off.withObjectProperty("properties").put("isEnabled", false);
            emulator.write(emulator.workspaceId() + "/schedules/off", off);
            ObjectNode over = emulator.read(nightly).deepCopy();
            over.withObject("/properties/trigger").put("endTime", "2022-05-04 09:40:11");
            emulator.write(emulator.workspaceId() + "/schedules/over", over);
            ObjectNode without = emulator.read(nightly).deepCopy();
            ((ObjectNode) without.at("/properties")).remove("tags");
            for (int i = 0; i < 300; i++) {
                emulator.write(emulator.workspaceId() + "/schedules/by-hand-" + i, without);
            }

            assertThat(Running.of("com.example:small", visitor.workspace()))
                    .extracting(one -> one.kind() + " " + one.name() + " " + one.version())
                    .containsExactlyInAnyOrder(
                            "schedule nightly 1.4.0",
                            "schedule off 1.4.0",
                            "schedule over 1.4.0",
                            "batch endpoint fares/blue 1.4.0");
            assertThat(Running.of("com.example:small", visitor.workspace()))
                    .filteredOn(one -> !one.isLive())
                    .extracting(one -> one.name() + ": " + one.idle().orElseThrow())
                    .containsExactlyInAnyOrder(
                            "off: it is switched off", "over: its end_time, 2022-05-04T09:40:11, is over");
            assertThat(Running.of("com.example:smal", visitor.workspace())).isEmpty();
            // The list has pages.
            assertThat(emulator.log().all())
                    .filteredOn(one ->
                            one.path().endsWith("/schedules") && one.query().containsKey("$skip"))
                    .isNotEmpty();
        }
    }
}
