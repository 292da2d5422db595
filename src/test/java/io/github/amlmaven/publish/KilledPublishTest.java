package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Emulators;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.RequestLog.Request;
import io.github.amlmaven.emulator.Settings;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that publishes is killed at each of its writes in turn, before it reaches the service or after that did it and before it answered. Then
 * the snapshot is published again, and all is as if nothing had happened.
 */
@ExtendWith(EmulatorExtension.class)
class KilledPublishTest {
    private static final int KILLED = 137;
    private static final int AT_ONCE = 2;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void whatIsPublishedAgainIsAsIfNothingHadHappened(@WithBlobs Emulators emulators) throws Exception {
        Path zip = new SmallProject(folder).zip("1.4.0");
        ObjectNode undisturbed;
        Emulator quiet = emulators.start(Settings.usual());
        try (Tunnel tunnel = Tunnel.to(quiet)) {
            assertThat(Visitor.of(quiet, tunnel).publish(zip).failure()).isEmpty();
            undisturbed = quiet.state();
        }
        assertThat(quiet.log().writes()).hasSize(SmallProject.WRITES);

        ExecutorService hands = Executors.newFixedThreadPool(AT_ONCE);
        List<Future<?>> checks = new ArrayList<>();
        try {
            for (Moment moment : Moment.of(SmallProject.WRITES)) {
                Emulator emulator = emulators.start(Settings.usual());
                checks.add(hands.submit(() -> {
                    check(moment, emulator, zip, undisturbed);
                    return null;
                }));
            }
            for (Future<?> check : checks) {
                check.get();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private void check(Moment moment, Emulator emulator, Path zip, ObjectNode undisturbed) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            CompletableFuture<Process> victim = new CompletableFuture<>();
            Runnable kill = () -> kill(victim.join());
            emulator.faults().onWrite(moment.write(), moment.done() ? new Fault.After(kill) : new Fault.Instead(kill));
            Path output = folder.resolve(moment.write() + "-" + moment.done());
            Process process = PublishingProcess.start(emulator, tunnel, zip, output);
            victim.complete(process);
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(moment + ": " + Files.readString(output))
                    .isEqualTo(KILLED);

            Visitor visitor = Visitor.of(emulator, tunnel);
            Outcome rest = visitor.publish(zip);

            assertThat(rest.failure()).as(moment.toString()).isEmpty();
            assertThat(States.differences(undisturbed, emulator.state()))
                    .as(moment.toString())
                    .isEmpty();
            assertThat(madeTwice(emulator)).as(moment.toString()).isEmpty();
            assertThat(visitor.plan(zip).isDone()).as(moment.toString()).isTrue();
        }
    }

    private static void kill(Process process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** What the service said it had made, more often than once. */
    private static List<String> madeTwice(Emulator emulator) {
        return emulator.log().writes().stream()
                .filter(request -> request.method().equals("PUT") && request.status() == 201)
                .map(Request::path)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() > 1)
                .map(entry -> entry.getKey())
                .toList();
    }
}
