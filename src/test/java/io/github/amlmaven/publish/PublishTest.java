package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.publish.Plan.Action;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmulatorExtension.class)
class PublishTest {
    private static final String TRAIN = "/components/taxi_train/versions/4";
    private static final String PIPELINE = "/components/taxi-fare/versions/1.4.0";

    @Test
    void publishesTheExampleOnceAndNothingTheSecondTime(@TempDir Path folder, @WithBlobs Emulator emulator)
            throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            Plan plan = deployments.plan();
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.steps()).extracting(Plan.Step::action).containsOnly(Action.CREATE);
            assertThat(plan.remotes())
                    .extracting(Plan.Remote::written)
                    .contains("azureml:nyc-yellow-taxi-trips:2024-06", "azureml:cpu-cluster-large");
            assertThat(emulator.log().writes()).isEmpty();

            Outcome first = deployments.publish();
            assertThat(first.failure()).isEmpty();
            assertThat(first.left()).isEmpty();
            assertThat(first.written()).hasSameSizeAs(plan.steps());
            ObjectNode state = emulator.state();
            emulator.log().clear();

            Plan second = deployments.plan();
            assertThat(second.problems()).isEmpty();
            assertThat(second.steps()).flatExtracting(Plan.Step::changes).isEmpty();
            assertThat(second.steps()).extracting(Plan.Step::action).containsOnly(Action.REUSE);
            assertThat(deployments.publish().written()).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();
            assertThat(emulator.state()).isEqualTo(state);
        }
    }

    @Test
    void refusesOtherContentUnderTheSameNameBeforeAnythingIsWritten(@TempDir Path folder, @WithBlobs Emulator emulator)
            throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            deployments.publish();
            emulator.log().clear();
            String train = deployments.read("src/main/aml/components/train.yml");
            deployments
                    .git()
                    .write("src/main/aml/components/train.yml", train.replace("python train.py", "python -u train.py"));

            Plan plan = deployments.plan();

            assertThat(plan.problems()).anySatisfy(problem -> assertThat(problem)
                    .startsWith("The component taxi_train:4 is in workspace workspace-1 already, and it is another one")
                    .contains("command")
                    .endsWith("Write version: 5 at src/main/aml/components/train.yml:4:10 and commit it."));
            assertThat(emulator.log().writes()).isEmpty();
        }
    }

    @Test
    void judgesByWhatIsThereAndNotByTags(@TempDir Path folder, @WithBlobs Emulator emulator) throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            deployments.publish();
            String id = emulator.workspaceId() + TRAIN;
            ObjectNode tampered = emulator.read(id);
            ((ObjectNode) tampered.at("/properties/tags")).put("aml.digest", "sha256:0");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi_train:4")).contains(Action.REUSE);

            ((ObjectNode) tampered.path("properties")).remove("tags");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi_train:4")).contains(Action.REUSE);

            ((ObjectNode) tampered.at("/properties/componentSpec")).put("command", "python other.py");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi_train:4")).contains(Action.CONFLICT);
        }
    }

    @Test
    void aPipelineWhoseStepsNobodyShowsNeedsTheTagAsWell(@TempDir Path folder, @WithBlobs Emulator emulator)
            throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            deployments.publish();
            String id = emulator.workspaceId() + PIPELINE;
            ObjectNode tampered = emulator.read(id);
            ((ObjectNode) tampered.at("/properties/componentSpec")).remove("jobs");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi-fare:1.4.0")).contains(Action.REUSE);

            ((ObjectNode) tampered.at("/properties/tags")).put("aml.digest", "sha256:0");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi-fare:1.4.0")).contains(Action.CONFLICT);

            ((ObjectNode) tampered.path("properties")).remove("tags");
            emulator.write(id, tampered);
            assertThat(action(deployments.plan(), "taxi-fare:1.4.0")).contains(Action.CREATE);
        }
    }

    @Test
    void namesEverythingThatIsMissingInTheWorkspace(@TempDir Path folder, Emulator emulator) throws Exception {
        try (Deployments deployments = Deployments.inAnEmptyWorkspace(emulator, folder)) {
            assertThat(deployments.plan().problems())
                    .containsExactly(
                            "There is no data azureml:nyc-yellow-taxi-trips:2024-06 in workspace workspace-1, and"
                                    + " src/main/aml/taxi-fare.yml:16 refers to it. Make it there, or correct the"
                                    + " reference.");
            assertThat(emulator.log().writes()).isEmpty();
        }
    }

    @Test
    void saysWhatWasWrittenWhenTheServiceRefusesAndGoesOnFromThere(@TempDir Path folder, @WithBlobs Emulator emulator)
            throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            emulator.faults().on("^PUT .*/components/taxi_predict/", 0, 4, new Fault.Failed(503));
            Outcome stopped = deployments.publish();
            assertThat(stopped.failure()).isPresent();
            assertThat(stopped.written()).isNotEmpty();
            assertThat(stopped.left()).extracting(Plan.Step::name).contains("taxi_predict:2", "taxi-fare:1.4.0");

            Outcome rest = deployments.publish();
            assertThat(rest.failure()).isEmpty();
            assertThat(rest.written()).hasSameSizeAs(stopped.left());
            assertThat(deployments.publish().written()).isEmpty();
        }
    }

    @Test
    void survivesABusyServiceAndCutConnections(@TempDir Path folder, @WithBlobs Emulator emulator) throws Exception {
        try (Deployments deployments = new Deployments(emulator, folder)) {
            emulator.faults().next("^PUT .*/components/taxi_train/", new Fault.Throttled(1));
            emulator.faults().next("^PUT .*/components/taxi_prepare/", new Fault.CutBefore());
            emulator.faults().next("^PUT .*/components/taxi_evaluate/", new Fault.CutAfter());
            emulator.faults().next("^GET .*/data/", new Fault.Failed(500));
            assertThat(deployments.publish().failure()).isEmpty();
            assertThat(deployments.publish().written()).isEmpty();
        }
    }

    private static Optional<Action> action(Plan plan, String name) {
        return plan.steps().stream()
                .filter(step -> step.kind().equals("component") && step.name().equals(name))
                .map(Plan.Step::action)
                .findFirst();
    }
}
