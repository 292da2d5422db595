package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.publish.Plan.Action;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a schedule that runs nothing, or is in the workspace in a state that is not its usual one. */
@ExtendWith(EmulatorExtension.class)
class ScheduleStatesTest {
    private static final String SCHEDULE = "/schedules/nightly";

    /** What the contract has besides {@code Succeeded}, but for {@code Creating} and {@code Deleting}, which end by themselves. */
    private static final List<String> UNFINISHED = List.of("Failed", "Canceled", "Updating");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static ObjectNode properties(ObjectNode there) {
        return there.withObjectProperty("properties");
    }

    private static Plan.Step step(Plan plan) {
        return plan.steps().stream()
                .filter(step -> step.name().equals("nightly"))
                .findFirst()
                .orElseThrow();
    }

    /** The small project with a schedule that says more. */
    private static Path with(Published published, String lines, String end) throws Exception {
        published
                .project()
                .git()
                .write(
                        "aml/nightly.yml",
                        "name: nightly\n" + lines + "trigger:\n  type: cron\n  expression: \"0 4 * * *\"\n" + end
                                + "create_job: ./taxi.yml\n");
        return published.project().zip("1.6.0");
    }

    @Test
    void oneWhoseTimeIsOverIsPublishedAndThePlanSaysThatItRunsNothing(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            Path zip = with(published, "", "  end_time: \"2020-01-01T10:00:00\"\n");
            String remark = "The schedule nightly runs nothing any more: its end_time, 2020-01-01T10:00, is over.";
            assertThat(published.visitor().plan(zip).remarks()).contains(remark);
            published.live(zip);
            assertThat(published
                            .read(SCHEDULE)
                            .at("/properties/trigger/endTime")
                            .asText())
                    .isEqualTo("2020-01-01T10:00:00");
            Plan again = published.visitor().plan(zip);
            assertThat(again.isDone()).isTrue();
            assertThat(again.remarks()).contains(remark);
        }
    }

    @Test
    void oneThatRunsIsNoRemarkWorth(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            Path zip = with(published, "is_enabled: true\n", "  end_time: \"2999-01-01T10:00:00\"\n");
            assertThat(published.visitor().plan(zip).remarks()).noneMatch(remark -> remark.contains("nightly"));
        }
    }

    @Test
    void oneThatIsOffByItsDefinitionStaysOff(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            Path zip = with(published, "is_enabled: false\n", "");
            published.live(zip);
            assertThat(published.read(SCHEDULE).at("/properties/isEnabled").asBoolean(true))
                    .isFalse();
            Plan again = published.visitor().plan(zip);
            assertThat(again.isDone()).isTrue();
            assertThat(again.remarks())
                    .contains("The schedule nightly runs nothing: its definition says is_enabled: false.");
        }
    }

    @Test
    void oneThatSomebodySwitchedOffIsSwitchedOnAndThePlanSaysSo(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            published.byHand(SCHEDULE, there -> properties(there).put("isEnabled", false));

            Plan plan = published.visitor().plan(published.bad());
            assertThat(step(plan).action()).isEqualTo(Action.REPOINT);
            assertThat(plan.remarks())
                    .contains("The schedule nightly is switched off in the target, and this switches it on. To leave it"
                            + " off, write is_enabled: false in its definition.");

            // Pointed back, it is off again.
            emulator.faults()
                    .on(
                            "^PUT .*" + SCHEDULE,
                            0,
                            1,
                            new Fault.After(() -> published.byHand(
                                    SCHEDULE, there -> properties(there).put("displayName", "somebody else's"))));
            assertThat(published.visitor().publish(published.bad()).back()).allMatch(Outcome.Back::isDone);
            assertThat(published.read(SCHEDULE).at("/properties/isEnabled").asBoolean(true))
                    .isFalse();

            emulator.faults().clear();
            published.live(published.bad());
            assertThat(published.read(SCHEDULE).at("/properties/isEnabled").asBoolean(false))
                    .isTrue();
            assertThat(published.visitor().plan(published.bad()).remarks())
                    .noneMatch(remark -> remark.contains("nightly"));
        }
    }

    @Test
    void oneThatWasNotFinishedIsWrittenAgain(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.good());
            for (String state : UNFINISHED) {
                published.byHand(SCHEDULE, there -> properties(there).put("provisioningState", state));
                Plan.Step same = step(published.visitor().plan(published.good()));
                assertThat(same.action()).isEqualTo(Action.CREATE);
                assertThat(same.changes()).containsExactly("it was begun and is not finished: " + state);
                published.live(published.good());
                assertThat(published
                                .read(SCHEDULE)
                                .at("/properties/provisioningState")
                                .asText())
                        .isEqualTo("Succeeded");
                assertThat(published.visitor().plan(published.good()).isDone()).isTrue();
            }
        }
    }

    @Test
    void oneThatIsAnotherOneAndWasNotFinishedIsRePointedAndPointedBack(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            published.live(published.bad());
            for (String state : UNFINISHED) {
                published.byHand(SCHEDULE, there -> properties(there).put("provisioningState", state));
                // A rollback is a publish of an older version.
                Plan.Step step = step(published.visitor().plan(published.good()));
                assertThat(step.action()).isEqualTo(Action.REPOINT);
                assertThat(step.changes())
                        .containsExactly(
                                "it was begun and is not finished: " + state,
                                "trigger/expression is '0 4 * * *' there and '0 3 * * *' here");
            }

            emulator.faults()
                    .on(
                            "^PUT .*" + SCHEDULE,
                            0,
                            1,
                            new Fault.After(() -> published.byHand(
                                    SCHEDULE, there -> properties(there).put("displayName", "somebody else's"))));
            Outcome failed = published.visitor().publish(published.good());
            assertThat(failed.failure()).isPresent();
            assertThat(failed.back()).extracting(Outcome.Back::name).containsExactly("nightly");
            assertThat(published
                            .read(SCHEDULE)
                            .at("/properties/trigger/expression")
                            .asText())
                    .isEqualTo("0 4 * * *");

            emulator.faults().clear();
            published.live(published.good());
            assertThat(published
                            .read(SCHEDULE)
                            .at("/properties/trigger/expression")
                            .asText())
                    .isEqualTo("0 3 * * *");
            assertThat(published
                            .read(SCHEDULE)
                            .at("/properties/tags/aml.previous")
                            .asText())
                    .isEqualTo("com.example:small:1.5.0");
        }
    }
}
