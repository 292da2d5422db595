package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
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
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            published.live(published.bad());
            // In no repository any more, for all that is known here.
            Stamp held = new Stamp("sha256:0", PROJECT + ":1.3.0", "0");
            Stamp released = new Stamp("sha256:1", PROJECT + ":1.2.0", "0");
            Stamp other = new Stamp("sha256:2", PROJECT + "er:1.3.0", "0");
            Holds holds = new Holds(published.visitor().workspace());
            for (Stamp one : new Stamp[] {held, released, other}) {
                holds.hold(one, "why", NOW);
            }
            holds.release(released);
            emulator.log().clear();

            Standing standing = published.standing();

            // Behind the endpoint is the same in both versions.
            assertThat(standing.live())
                    .extracting(one -> one.kind() + " " + one.name() + " " + one.version())
                    .containsExactly("batch endpoint fares/blue 1.4.0", "schedule nightly 1.5.0");
            assertThat(standing.held()).extracting(Hold::stamp).containsExactly(held);
            assertThat(emulator.log().writes()).isEmpty();
            assertThat(Standing.of(published.visitor().workspace(), "com.example:sma")
                            .live())
                    .isEmpty();

            published.byHand("/schedules/nightly", there -> there.withObject("/properties")
                    .put("isEnabled", false));
            assertThat(published.standing().live()).extracting(Running::name).containsExactly("fares/blue");
            assertThat(published.standing().idle())
                    .extracting(one ->
                            one.name() + " " + one.version() + ": " + one.idle().orElseThrow())
                    .containsExactly("nightly 1.5.0: it is switched off");
        }
    }

    @Test
    void anOnlineEndpointRunsWhatGetsAShare(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            endpoint(emulator, Map.of("blue", 90, "green", 10, "grey", 0), Map.of("black", 5));
            deployment(emulator, "blue", "1.4.0");
            deployment(emulator, "green", "1.5.0");
            deployment(emulator, "grey", "1.3.0");
            deployment(emulator, "black", "1.6.0");

            assertThat(published.standing().live())
                    .extracting(one -> one.kind() + " " + one.name() + " " + one.version())
                    .containsExactly(
                            "online endpoint rides/black 1.6.0",
                            "online endpoint rides/blue 1.4.0",
                            "online endpoint rides/green 1.5.0");
        }
    }

    private static void endpoint(Emulator emulator, Map<String, Integer> traffic, Map<String, Integer> mirror) {
        ObjectNode endpoint = JsonNodeFactory.instance.objectNode().put("location", "westeurope");
        traffic.forEach(
                (name, share) -> endpoint.withObject("/properties/traffic").put(name, share));
        mirror.forEach((name, share) ->
                endpoint.withObject("/properties/mirrorTraffic").put(name, share));
        emulator.write(emulator.workspaceId() + "/onlineEndpoints/rides", endpoint);
    }

    private static void deployment(Emulator emulator, String name, String version) {
        ObjectNode deployment = JsonNodeFactory.instance.objectNode().put("location", "westeurope");
        new Stamp("sha256:" + version, PROJECT + ":" + version, "0")
                .tags("sha256:0")
                .forEach((tag, value) -> deployment.withObject("/tags").put(tag, value));
        emulator.write(emulator.workspaceId() + "/onlineEndpoints/rides/deployments/" + name, deployment);
    }
}
