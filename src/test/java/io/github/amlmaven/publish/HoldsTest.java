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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmulatorExtension.class)
class HoldsTest {
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00.123456Z");
    private static final String REASON = "\"Übung\" 'ran' on 東京; see \\ticket";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatARollbackLeftIsRefusedUntilTheHoldIsTakenOff(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            Path good = published.good();
            Path bad = published.bad();
            Visitor visitor = published.visitor();
            Holds holds = new Holds(visitor.workspace());
            visitor.publish(good);
            visitor.publish(bad);

            Plan back = visitor.plan(good);
            assertThat(holds.left(back)).extracting(Stamp::coordinates).containsExactly("com.example:small:1.5.0");
            Stamp left = holds.left(back).get(0);
            holds.hold(left, REASON, NOW);
            assertThat(visitor.publish(good, back).failure()).isEmpty();
            emulator.log().clear();

            assertThat(visitor.plan(bad).problems())
                    .singleElement()
                    .asString()
                    .startsWith("com.example:small:1.5.0 is in workspace workspace-1 held since 2026-07-01 12:00 UTC: "
                            + REASON)
                    .contains("mvn aml:release-hold -Daml.artifact=com.example:small:1.5.0");
            Plan again = visitor.plan(good);
            assertThat(again.problems()).isEmpty();
            assertThat(again.isDone()).isTrue();
            assertThat(holds.left(again)).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();

            assertThat(holds.release(left)).contains(new Hold(left, REASON, Instant.parse("2026-07-01T12:00:00Z")));
            assertThat(visitor.plan(bad).problems()).isEmpty();
            emulator.log().clear();
            assertThat(holds.release(left)).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();
            assertThat(visitor.publish(bad).failure()).isEmpty();
        }
    }

    @Test
    void aReleaseIsHeldHoweverOftenItIsBuiltAndASnapshotOnce(@WithBlobs Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        Path release = project.zip("1.5.0");
        Path snapshot = project.zip("1.6.0-SNAPSHOT");
        project.git().write("code/train.py", "print('mended')\n");
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Holds holds = new Holds(visitor.workspace());
            for (Path one : new Path[] {release, snapshot}) {
                Plan plan = visitor.plan(one);
                holds.hold(new Stamp(plan.snapshot(), plan.artifact(), plan.commit()), REASON, NOW);
                assertThat(visitor.plan(one).problems()).hasSize(1);
            }

            assertThat(visitor.plan(project.zip("1.5.0")).problems()).hasSize(1);
            assertThat(visitor.plan(project.zip("1.6.0-SNAPSHOT")).problems()).isEmpty();
            assertThat(holds.release(new Stamp("", "com.example:small:1.5.0", "")))
                    .isPresent();
            assertThat(visitor.plan(release).problems()).isEmpty();
        }
    }

    @Test
    void whatNobodyPublishedWithThisIsNoVersionToHold(@WithBlobs Emulator emulator) throws Exception {
        try (Published published = new Published(emulator, folder)) {
            Path good = published.good();
            Path bad = published.bad();
            Visitor visitor = published.visitor();
            Holds holds = new Holds(visitor.workspace());
            assertThat(holds.left(visitor.plan(good))).isEmpty();
            visitor.publish(bad);
            published.byHand("/schedules/nightly", there -> ((ObjectNode) there.path("properties")).remove("tags"));

            assertThat(holds.left(visitor.plan(good))).isEmpty();
        }
    }

    @Test
    void nobodyMovesTheCursorWithAReason() {
        Stamp stamp = new Stamp("sha256:0", "com.example:small:1.5.0", "0");

        assertThat(Holds.spoken(new Hold(stamp, "a\u001b[2Jb\nc", NOW)))
                .isEqualTo("held since 2026-07-01 12:00 UTC: a?[2Jb?c");
    }
}
