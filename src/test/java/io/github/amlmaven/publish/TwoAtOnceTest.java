package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Emulators;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.Settings;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two publish at once to one workspace. */
@ExtendWith(EmulatorExtension.class)
class TwoAtOnceTest {
    private final ExecutorService hands = Executors.newFixedThreadPool(2);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void dismiss() {
        hands.shutdownNow();
    }

    /** A workspace, and a way to it. */
    private record Site(Emulator emulator, Tunnel tunnel) implements AutoCloseable {
        static Site open(Emulators emulators) {
            Emulator emulator = emulators.start(Settings.usual());
            return new Site(emulator, Tunnel.to(emulator));
        }

        Visitor visitor() throws Exception {
            return Visitor.of(emulator, tunnel);
        }

        void at(Moment moment, Runnable action) {
            emulator.faults()
                    .onWrite(moment.write(), moment.done() ? new Fault.After(action) : new Fault.Before(action));
        }

        @Override
        public void close() {
            tunnel.close();
        }
    }

    private static ObjectNode alone(Emulators emulators, Path zip) throws Exception {
        try (Site site = Site.open(emulators)) {
            assertThat(site.visitor().publish(zip).failure()).isEmpty();
            assertThat(site.emulator().log().writes()).hasSize(SmallProject.WRITES);
            return site.emulator().state();
        }
    }

    /** At each write of the first, the second one plans and publishes all of it. */
    @Test
    void whoComesBetweenTwoWritesOfTheSameSnapshotDoesNoHarm(@WithBlobs Emulators emulators) throws Exception {
        Path zip = new SmallProject(folder).zip("1.4.0");
        ObjectNode alone = alone(emulators, zip);
        for (Moment moment : Moment.of(SmallProject.WRITES)) {
            try (Site site = Site.open(emulators)) {
                List<Outcome> second = new ArrayList<>();
                Visitor other = site.visitor();
                site.at(moment, () -> second.add(now(() -> other.publish(zip))));

                Outcome first = site.visitor().publish(zip);

                assertThat(first.failure()).as(moment.toString()).isEmpty();
                assertThat(second).as(moment.toString()).hasSize(1);
                assertThat(second.get(0).failure()).as(moment.toString()).isEmpty();
                assertThat(States.differences(alone, site.emulator().state()))
                        .as(moment.toString())
                        .isEmpty();
            }
        }
    }

    /** Both have planned to write all of it. */
    @Test
    void twoWhoDoNotKnowOfEachOtherPublishTheSameSnapshot(@WithBlobs Emulators emulators) throws Exception {
        Path zip = new SmallProject(folder).zip("1.4.0");
        ObjectNode alone = alone(emulators, zip);
        for (int slow = 1; slow <= 3; slow++) {
            try (Site site = Site.open(emulators)) {
                Visitor one = site.visitor();
                Visitor two = site.visitor();
                Plan plan = one.plan(zip);
                Plan same = two.plan(zip);
                for (int write = slow; write <= 2 * SmallProject.WRITES; write += 3) {
                    site.emulator().faults().onWrite(write, new Fault.Slow(Duration.ofMillis(20L * slow)));
                }

                Future<Outcome> first = hands.submit(() -> one.publish(zip, plan));
                Future<Outcome> second = hands.submit(() -> two.publish(zip, same));

                assertThat(first.get().failure()).isEmpty();
                assertThat(second.get().failure()).isEmpty();
                assertThat(States.differences(alone, site.emulator().state())).isEmpty();
                assertThat(one.plan(zip).isDone()).isTrue();
            }
        }
    }

    /** The second one comes at each write of the first, with another command under the same name and version. */
    @Test
    void ofTwoContentsUnderOneVersionOneWins(@WithBlobs Emulators emulators) throws Exception {
        SmallProject project = new SmallProject(folder);
        Path ours = project.zip("1.4.0");
        String train = Files.readString(project.git().path(SmallProject.TRAIN));
        project.git().write(SmallProject.TRAIN, train.replace(SmallProject.COMMAND, "python -u train.py"));
        Path theirs = project.zip("1.5.0");
        int refusedWhilePlanning = 0;
        for (Moment moment : Moment.some(SmallProject.WRITES)) {
            try (Site site = Site.open(emulators)) {
                List<Plan> plans = new ArrayList<>();
                List<Outcome> second = new ArrayList<>();
                Visitor other = site.visitor();
                Visitor visitor = site.visitor();
                Plan plan = visitor.plan(ours);
                site.at(moment, () -> {
                    plans.add(now(() -> other.plan(theirs)));
                    if (plans.get(0).problems().isEmpty()) {
                        second.add(now(() -> other.publish(theirs, plans.get(0))));
                    }
                });

                Outcome first = visitor.publish(ours, plan);

                assertThat(plans).as(moment.toString()).hasSize(1);
                String winner;
                if (second.isEmpty()) {
                    refusedWhilePlanning++;
                    winner = SmallProject.COMMAND;
                    assertThat(first.failure()).as(moment.toString()).isEmpty();
                    assertThat(plans.get(0).problems()).as(moment.toString()).anySatisfy(TwoAtOnceTest::isConflict);
                } else {
                    winner = "python -u train.py";
                    assertThat(second.get(0).failure()).as(moment.toString()).isEmpty();
                    assertThat(first.failure())
                            .as(moment.toString())
                            .hasValueSatisfying(failure -> isConflict(String.valueOf(failure.getMessage())));
                    assertThat(first.left())
                            .as(moment.toString())
                            .extracting(Plan.Step::name)
                            .contains("train:1", "nightly");
                }
                assertThat(site.emulator()
                                .read(site.emulator().workspaceId() + "/components/train/versions/1")
                                .at("/properties/componentSpec/command")
                                .asText())
                        .as(moment.toString())
                        .isEqualTo(winner);
            }
        }
        // The component is not the last thing that is written.
        assertThat(refusedWhilePlanning).isPositive();
    }

    /** The second one re-points the schedule at the same time: before the first does, or just after. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^PUT .*/components/taxi/ | schedule nightly was not written: since this began, somebody else did",
                "^PUT .*/schedules/       | schedule nightly was written, and by somebody else at the same time"
            })
    void whoRePointsWhatSomebodyElseRePointsIsTold(String request, String told, @WithBlobs Emulators emulators)
            throws Exception {
        SmallProject project = new SmallProject(folder);
        Path before = project.zip("1.4.0");
        project.runsAt(4);
        Path ours = project.zip("1.5.0");
        project.runsAt(5);
        Path theirs = project.zip("1.6.0");
        try (Site site = Site.open(emulators)) {
            Visitor visitor = site.visitor();
            Visitor other = site.visitor();
            assertThat(visitor.publish(before).failure()).isEmpty();
            List<Outcome> second = new ArrayList<>();
            site.emulator().faults().next(request, new Fault.After(() -> second.add(now(() -> other.publish(theirs)))));

            Outcome first = visitor.publish(ours);

            assertThat(second).hasSize(1);
            assertThat(second.get(0).failure()).isEmpty();
            assertThat(first.failure()).hasValueSatisfying(failure -> assertThat(failure)
                    .hasMessageStartingWith(told + ", and it runs com.example:small:1.6.0 now"));
            assertThat(site.emulator()
                            .read(site.emulator().workspaceId() + "/schedules/nightly")
                            .at("/properties/tags/aml.coordinates")
                            .asText())
                    .isEqualTo("com.example:small:1.6.0");
        }
    }

    private static void isConflict(String message) {
        assertThat(message)
                .startsWith("The component train:1 is in workspace workspace-1 already, and it is another one")
                .endsWith("Write version: 2 at aml/train.yml:3:10 and commit it.");
    }

    private static <T> T now(Callable<T> task) {
        try {
            return task.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
