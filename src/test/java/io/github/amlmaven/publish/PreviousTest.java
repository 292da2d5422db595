package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.report.FormerJson;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.wire.Previous;
import io.github.amlmaven.workspace.wire.Stamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the workspace held before is recorded, so that going back can itself be undone. */
@ExtendWith(EmulatorExtension.class)
class PreviousTest {
    private static final String SCHEDULE = "/schedules/nightly";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static Optional<String> before(JsonNode live) {
        return Previous.in(live).map(Previous::coordinates);
    }

    @Test
    void whatIsPointedElsewhereSaysWhatItRanBefore(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            assertThat(before(published.read(SCHEDULE))).isEmpty();
            Stamp first = Stamp.in(published.read(SCHEDULE)).orElseThrow();

            published.live(published.bad());
            assertThat(Previous.in(published.read(SCHEDULE)))
                    .contains(new Previous("com.example:small:1.4.0", first.snapshot()));
            assertThat(Running.of("com.example:small", published.visitor().workspace()))
                    .extracting(one -> one.name() + " " + one.version() + " "
                            + one.before().map(Previous::coordinates))
                    .containsExactly(
                            "nightly 1.5.0 Optional[com.example:small:1.4.0]", "fares/blue 1.4.0 Optional.empty");

            // Back, twice: the second time nothing is written, and so nothing forgotten. Then forth.
            published.live(published.good());
            ObjectNode state = emulator.state();
            published.live(published.good());
            assertThat(States.differences(state, emulator.state())).isEmpty();
            assertThat(before(published.read(SCHEDULE))).contains("com.example:small:1.5.0");
            published.live(published.bad());
            assertThat(before(published.read(SCHEDULE))).contains("com.example:small:1.4.0");
        }
    }

    @Test
    void whatIsWrittenAgainForTheSameVersionForgetsNothing(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            published.live(published.bad());

            published.byHand(
                    SCHEDULE, there -> ((ObjectNode) there.at("/properties/trigger")).put("expression", "0 5 * * *"));
            published.live(published.bad());
            assertThat(before(published.read(SCHEDULE))).contains("com.example:small:1.4.0");

            // Of a process that was killed meanwhile.
            published.byHand(
                    SCHEDULE, there -> there.withObjectProperty("properties").put("provisioningState", "Updating"));
            published.live(published.bad());
            assertThat(before(published.read(SCHEDULE))).contains("com.example:small:1.4.0");
        }
    }

    @Test
    void ofAScheduleThatSomebodyMadeTheFileHasAllThereIs(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            published.byHand(SCHEDULE, there -> {
                ((ObjectNode) there.path("properties")).putObject("tags");
                ((ObjectNode) there.at("/properties/trigger")).put("expression", "0 6 * * *");
            });
            JsonNode byHand = published.read(SCHEDULE);

            Plan plan = published.visitor().plan(published.bad());
            List<Former> formers =
                    Formers.of(plan, published.visitor().workspace()).all();
            assertThat(formers).singleElement().satisfies(former -> {
                assertThat(former.kind() + " " + former.name()).isEqualTo("schedule nightly");
                assertThat(former.stamp()).isEmpty();
            });
            Path file = folder.resolve("before.json");
            FormerJson.write(plan, formers, Instant.parse("2026-07-01T12:00:00Z"), file);
            published.live(published.bad());
            assertThat(before(published.read(SCHEDULE))).isEmpty();

            JsonNode json = new ObjectMapper().readTree(file.toFile());
            assertThat(json.path("at").asText()).isEqualTo("2026-07-01T12:00:00Z");
            assertThat(json.path("place").asText()).isEqualTo(emulator.workspaceId());
            assertThat(json.at("/next/coordinates").asText()).isEqualTo("com.example:small:1.5.0");
            JsonNode one = json.at("/before/0");
            assertThat(one.has("runs")).isFalse();
            assertThat(one.path("id").asText()).isEqualTo(emulator.workspaceId() + SCHEDULE);

            // With nothing but the file it is there again.
            published.visitor().workspace().put(ResourceName.of(Collection.SCHEDULE, "nightly"), (ObjectNode)
                    one.path("body"));
            assertThat(published.read(SCHEDULE).path("properties")).isEqualTo(byHand.path("properties"));
        }
    }

    @Test
    void theFileSaysWhichVersionRan(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            Plan plan = published.visitor().plan(published.bad());
            Path file = folder.resolve("before.json");

            FormerJson.write(
                    plan, Formers.of(plan, published.visitor().workspace()).all(), Instant.EPOCH, file);

            Stamp stamp = Stamp.in(published.read(SCHEDULE)).orElseThrow();
            JsonNode runs = new ObjectMapper().readTree(file.toFile()).at("/before/0/runs");
            assertThat(runs.path("coordinates").asText()).isEqualTo("com.example:small:1.4.0");
            assertThat(runs.path("id").asText()).isEqualTo(stamp.snapshot());
            assertThat(runs.path("commit").asText()).isEqualTo(stamp.commit());
        }
    }
}
