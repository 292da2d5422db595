package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Emulators;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.Settings;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import io.github.amlmaven.workspace.azure.Connection.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with a request is survived, or told with what was written and what was not; then another run goes on. */
@ExtendWith(EmulatorExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class PublishFaultsTest {
    private static final String TOKEN = "^POST .*/oauth2/v2.0/token";
    private static final String LOOK = "^GET .*/components/train/";
    private static final String LEAVE = "^POST .*/startPendingUpload";
    private static final String BLOBS = "^GET .*comp=list";
    private static final String CODE_BLOB = "^PUT .*code%2Ftrain.py\\?(?!.*comp=metadata)";
    private static final String NOTE = "^PUT .*comp=metadata";
    private static final String SECRETS = "^POST .*/listSecrets";
    private static final String DATA_BLOB = "^PUT .*rows.csv";
    private static final String COMPONENT = "^PUT .*/components/train/";
    private static final String SCHEDULE = "^PUT .*/schedules/";
    private static final String ENDPOINT = "^PUT .*/batchEndpoints/fares\\?";
    private static final String READ_ENDPOINT = "^GET .*/batchEndpoints/fares\\?";
    private static final String DEPLOYMENT = "^PUT .*/deployments/blue";
    private static final String STATE = "^GET .*/mfeOperationsStatus/";

    /** Two attempts; but all the time that a machine takes which does other things besides. */
    private static final Patience TWICE = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1), 2, Duration.ofMillis(10));

    /** Does not wait for an answer. */
    private static final Patience NO_ANSWER =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(3), Duration.ofMinutes(1), 2, Duration.ofMillis(10));

    /** Does not wait for an operation. */
    private static final Patience NO_OPERATION = new Patience(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(3), 2, Duration.ofMillis(10));

    /** An answer that comes later than that. */
    private static final Fault TOO_LATE =
            new Fault.Slow(NO_ANSWER.answer().plus(NO_ANSWER.answer().dividedBy(2)));

    private final Path zip;

    PublishFaultsTest(@TempDir Path folder) throws Exception {
        this.zip = new SmallProject(folder).zip("1.4.0");
    }

    /** A workspace with a way to it, a snapshot for it, and two who publish that: one when something is wrong, a patient one when it is not. */
    private record Site(Emulator emulator, Tunnel tunnel, Visitor visitor, Visitor patient, Path zip)
            implements AutoCloseable {
        static Site open(Emulator emulator, Patience patience, Path zip) throws Exception {
            Tunnel tunnel = Tunnel.to(emulator);
            Visitor patient = Visitor.of(emulator, tunnel);
            return new Site(emulator, tunnel, Visitor.of(emulator, tunnel, patience), patient, zip);
        }

        void fault(String request, Fault fault) {
            emulator.faults().next(request, fault);
        }

        void always(String request, Fault fault) {
            emulator.faults().on(request, 0, Integer.MAX_VALUE, fault);
        }

        Outcome publish() throws Exception {
            return visitor.publish(zip);
        }

        /** How often something was asked. */
        long asked(String request) {
            return emulator.log().all().stream()
                    .map(one -> one.method() + " " + one.path() + "?" + query(one.query()))
                    .filter(one -> Pattern.compile(request).matcher(one).find())
                    .count();
        }

        private static String query(Map<String, String> query) {
            return query.entrySet().stream().map(Object::toString).collect(Collectors.joining("&"));
        }

        /** It stopped, and said all of what was written and what was not; without the fault another run does the rest. */
        WorkspaceException stopped() throws Exception {
            Plan plan = visitor.plan(zip);
            Outcome outcome = visitor.publish(zip, plan);
            assertThat(outcome.failure()).containsInstanceOf(WorkspaceException.class);
            assertThat(plan.steps())
                    .filteredOn(step -> step.action() != Plan.Action.REUSE)
                    .hasSize(outcome.written().size() + outcome.left().size());
            assertThat(outcome.left()).isNotEmpty();
            WorkspaceException failure = (WorkspaceException) outcome.failure().get();
            assertThat(failure).hasNoCause();
            return failure;
        }

        void goesOn() throws Exception {
            emulator.faults().clear();
            assertThat(patient.publish(zip).failure()).isEmpty();
            isDone();
        }

        void isDone() throws Exception {
            assertThat(patient.plan(zip).isDone()).isTrue();
        }

        @Override
        public void close() {
            tunnel.close();
        }
    }

    private Site site(Emulator emulator) throws Exception {
        return Site.open(emulator, Visitor.PATIENCE, zip);
    }

    private Site site(Emulator emulator, Patience patience) throws Exception {
        return Site.open(emulator, patience, zip);
    }

    static Stream<Fault> cuts() {
        return Stream.of(new Fault.CutBefore(), new Fault.CutAfter(), new Fault.CutWithin());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void cutConnectionsAreSurvivedAnywhere(Fault cut, @WithBlobs Emulators emulators) throws Exception {
        ObjectNode undisturbed;
        try (Site quiet = site(emulators.start(Settings.usual()))) {
            assertThat(quiet.publish().failure()).isEmpty();
            undisturbed = quiet.emulator().state();
        }
        try (Site site = site(emulators.start(Settings.usual()))) {
            for (String request : List.of(
                    TOKEN, LOOK, LEAVE, BLOBS, CODE_BLOB, NOTE, SECRETS, DATA_BLOB, COMPONENT, SCHEDULE, ENDPOINT,
                    STATE)) {
                site.fault(request, cut);
            }
            assertThat(site.publish().failure()).isEmpty();
            assertThat(States.differences(undisturbed, site.emulator().state())).isEmpty();
        }
    }

    @Test
    void anUploadThatIsCutInTheMiddleIsBegunAgain(@TempDir Path folder, @WithBlobs Emulator emulator) throws Exception {
        SmallProject project = new SmallProject(folder);
        byte[] large = new byte[5 << 20];
        new Random(1).nextBytes(large);
        project.git().write("code/weights.bin", large);
        try (Site site = Site.open(emulator, Visitor.PATIENCE, project.zip("1.4.0"))) {
            site.tunnel().cutAfter(9 << 19);
            assertThat(site.publish().failure()).isEmpty();
            site.isDone();
        }
    }

    /** A service that is broken, and one that asks for hours. */
    static Stream<Arguments> writesThatFail() {
        return Stream.concat(
                Stream.of(LEAVE, CODE_BLOB, COMPONENT, SCHEDULE, STATE)
                        .map(request -> Arguments.of(request, new Fault.Failed(503), "503", TWICE.attempts())),
                Stream.of(LEAVE, CODE_BLOB, COMPONENT, STATE)
                        .map(request -> Arguments.of(request, new Fault.Throttled(7200), "429", 1)));
    }

    @ParameterizedTest
    @MethodSource("writesThatFail")
    void aServiceIsAskedAsOftenAsMayHelpAndNoMore(
            String request, Fault fault, String status, int attempts, @WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, TWICE)) {
            site.always(request, fault);
            WorkspaceException failure = site.stopped();
            assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(failure).hasMessageContaining(status);
            assertThat(site.asked(request)).isEqualTo(attempts);
            site.goesOn();
        }
    }

    static Stream<Arguments> readsThatFail() {
        return Stream.concat(
                Stream.of(TOKEN, LOOK, SECRETS)
                        .map(request -> Arguments.of(request, new Fault.Failed(503), TWICE.attempts())),
                Stream.of(Arguments.of(TOKEN, new Fault.Throttled(7200), 1)));
    }

    @ParameterizedTest
    @MethodSource("readsThatFail")
    void aPlanThatCannotBeMadeIsToldAtOnce(String request, Fault fault, int attempts, @WithBlobs Emulator emulator)
            throws Exception {
        try (Site site = site(emulator, TWICE)) {
            site.always(request, fault);
            assertThatThrownBy(site::publish).isInstanceOf(WorkspaceException.class);
            assertThat(site.asked(request)).isEqualTo(attempts);
            assertThat(emulator.log().writes()).isEmpty();
            site.goesOn();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, CODE_BLOB, COMPONENT})
    void whoIsAskedToWaitWaits(String request, @WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator)) {
            site.fault(request, new Fault.Throttled(1));
            // No clock: that may be set meanwhile.
            long begin = System.nanoTime();
            assertThat(site.publish().failure()).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void anAnswerThatIsTooLateIsAskedForAgain(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, NO_ANSWER)) {
            for (String request : List.of(LEAVE, CODE_BLOB, COMPONENT, SCHEDULE)) {
                site.fault(request, TOO_LATE);
            }
            assertThat(site.publish().failure()).isEmpty();
            site.isDone();
        }
    }

    @Test
    void answersThatAreAlwaysTooLateAreTold(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, NO_ANSWER)) {
            site.always(COMPONENT, TOO_LATE);
            WorkspaceException failure = site.stopped();
            assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(failure).hasMessageStartingWith("Azure did not answer (PUT ");
            assertThat(site.asked(COMPONENT)).isLessThanOrEqualTo(NO_ANSWER.attempts());
            site.goesOn();
        }
    }

    @Test
    void aLeaveThatIsOverIsAskedForAgain(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator)) {
            site.fault(LEAVE, new Fault.ExpiredSignature());
            Plan plan = site.visitor().plan(site.zip());
            site.fault(SECRETS, new Fault.ExpiredSignature());
            assertThat(site.visitor().publish(site.zip(), plan).failure()).isEmpty();
            assertThat(site.asked(LEAVE)).isEqualTo(2);
            site.isDone();
        }
    }

    @Test
    void aLeaveThatEndsInTheMiddleOfAnUploadIsAskedForAgain(@TempDir Path folder, @WithBlobs Emulator emulator)
            throws Exception {
        SmallProject project = new SmallProject(folder);
        project.git().write("code/more.py", "print(2)\n");
        try (Site site = Site.open(emulator, Visitor.PATIENCE, project.zip("1.4.0"))) {
            site.fault(LEAVE, new Fault.ShortSignature(Duration.ofSeconds(2)));
            emulator.faults().on("^PUT .*code%2F", 1, 1, new Fault.Slow(Duration.ofMillis(2500)));
            assertThat(site.publish().failure()).isEmpty();
            assertThat(site.asked(LEAVE)).isEqualTo(2);
            site.isDone();
        }
    }

    @Test
    void aLeaveThatIsAlwaysOverIsTold(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, TWICE)) {
            site.always(LEAVE, new Fault.ExpiredSignature());
            WorkspaceException failure = site.stopped();
            assertThat(failure.reason()).isEqualTo(Reason.DENIED);
            assertThat(failure).hasMessageContaining("403").hasMessageNotContaining("sig=");
            assertThat(site.asked(LEAVE)).isEqualTo(2);
            site.goesOn();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SCHEDULE, ENDPOINT, DEPLOYMENT})
    void whatFailedInTheEndIsWrittenAgain(String request, @WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator)) {
            site.fault(request, new Fault.OperationFails());
            assertThat(site.stopped()).hasMessageContaining("and gave up: It failed by itself.");
            assertThat(site.visitor().plan(site.zip()).steps())
                    .flatExtracting(Plan.Step::changes)
                    .contains("it was begun and is not finished: Failed");
            site.goesOn();
        }
    }

    @Test
    void nobodyWaitsForAnOperationForEver(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, NO_OPERATION)) {
            site.fault(SCHEDULE, new Fault.OperationHangs());
            WorkspaceException failure = site.stopped();
            assertThat(failure.reason()).isEqualTo(Reason.UNAVAILABLE);
            assertThat(failure).hasMessageMatching("Azure has not finished PUT .* in 3 seconds; it is still at it\\.");
            site.goesOn();
        }
    }

    @Test
    void nobodyWaitsForSomebodyElsesOperationForEver(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator, NO_OPERATION)) {
            site.fault(ENDPOINT, new Fault.OperationHangs());
            assertThat(site.stopped()).hasMessageContaining("it is still at it");
            emulator.faults().clear();
            assertThat(site.stopped()).hasMessageContaining("There is already an operation in progress");
        }
    }

    /** It is written again and again by somebody else, and between two of those writes nothing seems to go on. */
    @Test
    void whoWritesTheSameMoreThanOnceIsWaitedFor(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator)) {
            emulator.faults().on(ENDPOINT, 1, 3, new Fault.Failed(409));
            emulator.faults().on(READ_ENDPOINT, 0, Integer.MAX_VALUE, new Fault.After(() -> {
                long writes = site.asked(ENDPOINT);
                if (writes >= 2 && writes <= 4) {
                    describeEndpoint(emulator, "Theirs, " + writes);
                }
            }));
            assertThat(site.publish().failure()).isEmpty();
            assertThat(site.asked(ENDPOINT)).isEqualTo(5);
            site.isDone();
        }
    }

    private static void describeEndpoint(Emulator emulator, String description) {
        String id = emulator.workspaceId() + "/batchEndpoints/fares";
        ObjectNode endpoint = emulator.read(id);
        ((ObjectNode) endpoint.path("properties")).put("description", description);
        emulator.write(id, endpoint);
    }

    @Test
    void aSecondNoIsFinalWhereNothingGoesOn(@WithBlobs Emulator emulator) throws Exception {
        try (Site site = site(emulator)) {
            site.always(ENDPOINT, new Fault.Failed(409));
            assertThat(site.stopped()).hasMessageContaining("Azure answered 409");
            assertThat(site.asked(ENDPOINT)).isEqualTo(2);
            site.goesOn();
        }
    }

    @Test
    void listsGoOnOverManyPages(@WithBlobs Emulators emulators) throws Exception {
        try (Site site = site(emulators.start(Settings.usual().withPages(1)))) {
            assertThat(site.publish().failure()).isEmpty();
            ObjectNode train = site.emulator().read(site.emulator().workspaceId() + "/components/train/versions/1");
            for (String version : List.of("2", "3")) {
                site.emulator().write(site.emulator().workspaceId() + "/components/train/versions/" + version, train);
            }
            site.emulator().faults().on("^GET .*/components/train/versions\\?", 1, 1, new Fault.Failed(500));
            assertThat(site.visitor().workspace().newestVersions(Collection.COMPONENT, "train", 3))
                    .extracting(one -> one.name().member().orElse(""))
                    .containsExactly("3", "2", "1");
        }
    }
}
