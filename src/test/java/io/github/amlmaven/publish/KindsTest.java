package io.github.amlmaven.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.publish.Plan.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the kinds of definitions that are no pipelines, and what a registry takes. */
@ExtendWith(EmulatorExtension.class)
class KindsTest {
    private static final String IMAGE = "name: image\nversion: \"1\"\nimage: a@sha256:" + "0".repeat(64) + "\n";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private SmallProject project;

    @BeforeEach
    void make() {
        project = new SmallProject(folder);
    }

    private void jobs() {
        project.git()
                .write(
                        "aml/echo.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json
                        type: command
                        display_name: Echo
                        command: echo ${{inputs.word}} $SECRET
                        code: ../code
                        environment: ./environment.yml
                        compute: azureml:cpu-cluster
                        experiment_name: echoes
                        environment_variables: {SECRET: hush}
                        inputs: {word: hello}
                        """);
        project.git()
                .write(
                        "aml/words.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/sparkJob.schema.json
                        type: spark
                        code: ../code
                        entry: {file: train.py}
                        conf: {spark.driver.cores: 1, spark.driver.memory: 2g, spark.executor.cores: 1,
                          spark.executor.memory: 2g, spark.executor.instances: 1}
                        resources: {instance_type: standard_e4s_v3, runtime_version: "3.4"}
                        """);
        project.git()
                .write(
                        "aml/tables.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/autoMLJob.schema.json
                        type: automl
                        experiment_name: tables
                        task: classification
                        primary_metric: accuracy
                        target_column_name: fare
                        compute: azureml:cpu-cluster
                        training_data: {path: ./rows.csv, type: mltable}
                        """);
        project.git()
                .write(
                        "aml/tries.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/sweepJob.schema.json
                        type: sweep
                        trial:
                          code: ../code
                          command: python train.py ${{search_space.rate}}
                          environment: ./environment.yml
                        compute: azureml:cpu-cluster
                        search_space: {rate: {type: uniform, min_value: 0.1, max_value: 0.9}}
                        objective: {goal: minimize, primary_metric: loss}
                        sampling_algorithm: random
                        limits: {max_total_trials: 2}
                        """);
    }

    @Test
    void jobsBecomeComponentsWhereAzureHasOneAndRunWhereTheyCan(@WithBlobs Emulator emulator) throws Exception {
        jobs();
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0", "echo", "words", "tables", "tries");

            Plan plan = visitor.plan(zip);
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.steps())
                    .filteredOn(step -> step.kind().equals("component"))
                    .extracting(Plan.Step::name)
                    .contains("echo:1.4.0", "words:1.4.0", "tables:1.4.0")
                    .noneMatch(name -> name.startsWith("tries") || name.startsWith("azureml_anonymous"));
            assertThat(plan.steps())
                    .filteredOn(step -> step.kind().equals("job"))
                    .extracting(step -> step.name().replaceFirst("-.*", ""))
                    .contains("echo", "words", "tries")
                    .doesNotContain("tables");
            assertThat(plan.remarks())
                    .contains(
                            "aml/echo.yml: A component has no compute: 'azureml:cpu-cluster' has to be said by whatever runs"
                                    + " it.",
                            "aml/echo.yml: A component has no experiment name: 'echoes' has to be said by whatever runs"
                                    + " it.",
                            "aml/echo.yml: A component has no environment variables: SECRET has to be said by whatever"
                                    + " runs it.",
                            "aml/tables.yml: A component has no experiment: 'tables' has to be said by whatever runs it.",
                            "aml/tables.yml is a job of type 'automl', which is not submitted by itself. Make it a step of a"
                                    + " pipeline.",
                            "aml/tries.yml is a job of type 'sweep', which Azure ML has no component for: it is not"
                                    + " published, and submitted alone.");
            assertThat(plan.remarks()).noneMatch(remark -> remark.contains("hush"));

            assertThat(visitor.publish(zip, plan).failure()).isEmpty();
            JsonNode echo = emulator.read(emulator.workspaceId() + "/components/echo/versions/1.4.0")
                    .at("/properties/componentSpec");
            assertThat(echo.path("type").asText()).isEqualTo("command");
            assertThat(echo.at("/inputs/word/default").asText()).isEqualTo("hello");
            // The service does not answer the steps of a pipeline component.
            assertThat(emulator.state()
                            .path(emulator.workspaceId() + "/components/tables/versions/1.4.0")
                            .at("/sent/properties/componentSpec/jobs/automl/task")
                            .asText())
                    .isEqualTo("classification");

            emulator.log().clear();
            assertThat(visitor.publish(zip).written()).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();
        }
    }

    @Test
    void aParallelJobBecomesAComponent(@WithBlobs Emulator emulator) throws Exception {
        project.git()
                .write(
                        "aml/batches.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/parallelJob.schema.json
                        type: parallel
                        compute: azureml:cpu-cluster
                        inputs: {rows: {type: uri_file, path: ./rows.csv}}
                        outputs: {scores: {type: uri_file}}
                        input_data: ${{inputs.rows}}
                        mini_batch_size: 2kb
                        retry_settings: {max_retries: 2, timeout: 60}
                        resources: {instance_count: 2}
                        task: {type: run_function, code: ../code, entry_script: train.py, environment: ./environment.yml,
                          append_row_to: "${{outputs.scores}}"}
                        """);
        JsonNode spec = published(emulator, "batches").at("/properties/componentSpec");
        assertThat(spec.path("type").asText()).isEqualTo("parallel");
        assertThat(spec.at("/task/entry_script").asText()).isEqualTo("train.py");
        assertThat(spec.at("/task/environment").asText()).endsWith("/environments/image/versions/1");
        assertThat(spec.at("/inputs/rows/type").asText()).isEqualTo("uri_file");
    }

    @Test
    void aCopyOfDataIsAComponentToo(@WithBlobs Emulator emulator) throws Exception {
        project.git()
                .write(
                        "aml/copy.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/dataTransferCopyComponent.schema.json
                        type: data_transfer
                        task: copy_data
                        name: copy
                        data_copy_mode: merge_with_overwrite
                        inputs: {folder: {type: uri_folder}}
                        outputs: {out: {type: uri_folder}}
                        """);
        JsonNode spec = published(emulator, "copy").at("/properties/componentSpec");
        assertThat(spec.path("type").asText()).isEqualTo("data_transfer");
        assertThat(spec.path("task").asText()).isEqualTo("copy_data");
        assertThat(spec.path("data_copy_mode").asText()).isEqualTo("merge_with_overwrite");
    }

    @Test
    void aCopyThatIsNoStepIsNotPublished(@WithBlobs Emulator emulator) throws Exception {
        project.git()
                .write(
                        "aml/move.yml",
                        """
                        type: data_transfer
                        task: copy_data
                        inputs: {folder: {type: uri_folder, path: azureml://datastores/workspaceblobstore/paths/a}}
                        outputs: {out: {type: uri_folder}}
                        compute: azureml:cpu-cluster
                        data_copy_mode: merge_with_overwrite
                        """);
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Plan plan = Visitor.of(emulator, tunnel).plan(project.zip("1.4.0", "move"));
            assertThat(plan.problems()).isEmpty();
            assertThat(plan.remarks())
                    .filteredOn(remark -> remark.startsWith("aml/move.yml"))
                    .containsExactly(
                            "aml/move.yml is a job of type 'data_transfer', which Azure ML has no component for: it"
                                    + " is not published. Make it a step of a pipeline.");
            assertThat(plan.steps()).extracting(Plan.Step::name).noneMatch(name -> name.contains("move"));
        }
    }

    /** Publishes a definition besides the project's own, and once more, which writes nothing; returns its component. */
    private JsonNode published(Emulator emulator, String name) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0", name);
            assertThat(visitor.publish(zip).failure()).isEmpty();
            emulator.log().clear();
            assertThat(visitor.publish(zip).written()).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();
            return emulator.read(emulator.workspaceId() + "/components/" + name + "/versions/1.4.0");
        }
    }

    @Test
    void anOnlineEndpointGetsItsTrafficWhenItsDeploymentsAreThere(@WithBlobs Emulator emulator) throws Exception {
        project.serve();
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0", "live", "green");

            Outcome outcome = visitor.publish(zip);

            assertThat(outcome.failure()).isEmpty();
            assertThat(outcome.written())
                    .extracting(one -> one.step().kind() + " " + one.step().name())
                    .containsSubsequence("online deployment live/green", "online endpoint live");
            ObjectNode live = emulator.read(emulator.workspaceId() + "/onlineEndpoints/live");
            assertThat(live.at("/properties/traffic/green").asInt()).isEqualTo(100);
            emulator.log().clear();
            assertThat(visitor.publish(zip).written()).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();

            ((ObjectNode) live.path("properties")).putObject("traffic");
            emulator.write(emulator.workspaceId() + "/onlineEndpoints/live", live);
            assertThat(visitor.plan(zip).steps())
                    .filteredOn(step -> step.action() != Action.REUSE)
                    .singleElement()
                    .satisfies(step -> assertThat(step.action()).isEqualTo(Action.REPOINT));
        }
    }

    @Test
    void aRegistryTakesTheFilesOfDataAndModels(@WithBlobs Emulator emulator) throws Exception {
        project.git().write("aml/environment.yml", IMAGE);
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.inRegistry(emulator, tunnel);
            Path zip = project.zip("1.4.0");

            assertThat(visitor.publish(zip).failure()).isEmpty();
            String rows = emulator.registryId() + "/data/rows/versions/1";
            ObjectNode there = emulator.read(rows);
            assertThat(there.at("/properties/dataUri").asText())
                    .startsWith("https://")
                    .endsWith("/rows.csv");
            emulator.log().clear();
            Outcome again = visitor.publish(zip);
            assertThat(again.written()).isEmpty();
            assertThat(emulator.log().writes()).isEmpty();

            project.git().write("aml/rows.csv", "other\n");
            assertThat(visitor.plan(project.zip("1.4.1")).problems())
                    .filteredOn(problem -> problem.contains("rows:1"))
                    .singleElement()
                    .asString()
                    .contains("is in registry registry-1 already, and it is another one", "Write version: 2");

            ((ObjectNode) there.at("/properties/properties")).remove("aml.files");
            emulator.write(rows, there);
            assertThat(visitor.plan(zip).problems()).anyMatch(problem -> problem.contains("rows:1"));
        }
    }

    @Test
    void aRegistryHasNoPlaceForABuildContextNorForFilesOfSeveral(@WithBlobs Emulator emulator) throws Exception {
        project.git().write("aml/more.yml", "name: more\nversion: \"1\"\ntype: uri_file\npath: ./rows.csv\n");
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Path zip = project.zip("1.4.0", "more");
            assertThatThrownBy(() -> Visitor.inRegistry(emulator, tunnel).plan(zip))
                    .isInstanceOf(UnpublishableException.class)
                    .hasMessageContaining(
                            "aml/image cannot be published: a registry takes files of code, data and models alone")
                    .hasMessageContaining("it belongs to several: aml/more.yml, aml/rows.yml. Give each its own copy.");
            assertThat(emulator.log().writes()).isEmpty();
        }
    }

    @Test
    void whoConsumesByLabelIsToldToStayOnTheNewest(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0");
            visitor.publish(zip);
            assertThat(visitor.plan(zip).remarks()).noneMatch(remark -> remark.contains("newest"));

            Path train = project.git().top().resolve(SmallProject.TRAIN);
            Files.writeString(train, Files.readString(train).replace("version: \"1\"", "version: \"2\""));
            // What has a version of its own and steps that changed needs another one.
            Path scores = project.git().top().resolve("aml/scores.yml");
            Files.writeString(scores, Files.readString(scores).replace("version: \"1\"", "version: \"2\""));
            assertThat(visitor.publish(project.zip("1.5.0")).failure()).isEmpty();

            assertThat(visitor.plan(zip).remarks())
                    .contains(
                            "The component train:1 is not the newest in workspace workspace-1, which is train:2: whoever"
                                    + " refers to it by a label, or without a version, stays on that one.");
        }
    }

    /**
     * Every kind that is published, with its digest forged and with no tags at all: it is what it is. Of a pipeline component the service does
     * not show all that it is; see {@link PublishTest}.
     */
    @Test
    void noTagMakesAnythingAnotherThing(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0");
            visitor.publish(zip);
            for (boolean forged : List.of(true, false)) {
                int stamped = 0;
                for (String id : ids(emulator)) {
                    ObjectNode there = emulator.read(id);
                    ObjectNode holder = there.has("location") ? there : (ObjectNode) there.path("properties");
                    boolean pipeline = id.matches(".*/components/(?:taxi|scores)/.*");
                    if (!pipeline && holder.path("tags").has("aml.digest")) {
                        stamped++;
                        holder.remove("tags");
                        holder.putObject("tags").put(forged ? "aml.digest" : "other", "sha256:" + "0".repeat(64));
                        emulator.write(id, there);
                    }
                }
                assertThat(stamped).isEqualTo(9);
                emulator.log().clear();
                Plan plan = visitor.plan(zip);
                assertThat(plan.problems()).isEmpty();
                assertThat(plan.steps()).extracting(Plan.Step::action).containsOnly(Action.REUSE);
                assertThat(visitor.publish(zip).written()).isEmpty();
                assertThat(emulator.log().writes()).isEmpty();
            }
        }
    }

    /** Every kind again, with the right tags on something else. */
    @Test
    void noTagMakesAnotherThingTheSame(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0");
            visitor.publish(zip);
            String home = emulator.workspaceId();
            assertOther(
                    emulator,
                    visitor,
                    zip,
                    home + "/components/train/versions/1",
                    "/componentSpec/command",
                    Action.CONFLICT);
            assertOther(
                    emulator,
                    visitor,
                    zip,
                    home + "/environments/image/versions/1",
                    "/build/dockerfilePath",
                    Action.CONFLICT);
            assertOther(emulator, visitor, zip, home + "/data/rows/versions/1", "/dataUri", Action.CONFLICT);
            assertOther(emulator, visitor, zip, home + "/models/model/versions/1", "/modelUri", Action.CONFLICT);
            assertOther(emulator, visitor, zip, home + "/schedules/nightly", "/trigger/expression", Action.REPOINT);
            assertOther(
                    emulator, visitor, zip, home + "/batchEndpoints/fares", "/defaults/deploymentName", Action.REPOINT);
            assertOther(
                    emulator,
                    visitor,
                    zip,
                    home + "/batchEndpoints/fares/deployments/blue",
                    "/deploymentConfiguration/componentId/assetId",
                    Action.REPOINT);
        }
    }

    private static void assertOther(
            Emulator emulator, Visitor visitor, Path zip, String id, String field, Action action) throws Exception {
        ObjectNode before = emulator.read(id);
        ObjectNode other = before.deepCopy();
        int last = field.lastIndexOf('/');
        ((ObjectNode) other.path("properties").at(field.substring(0, last))).put(field.substring(last + 1), "other");
        emulator.write(id, other);
        assertThat(visitor.plan(zip).steps())
                .filteredOn(step -> step.action() != Action.REUSE)
                .as(id)
                .extracting(Plan.Step::action)
                .contains(action);
        emulator.write(id, before);
    }

    @Test
    void everythingThatIsMadeSaysWhereItComesFrom(@WithBlobs Emulator emulator) throws Exception {
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Visitor visitor = Visitor.of(emulator, tunnel);
            Path zip = project.zip("1.4.0");
            List<String> before = ids(emulator);
            Plan plan = visitor.plan(zip);
            visitor.publish(zip, plan);

            List<String> made = ids(emulator).stream()
                    .filter(id -> !before.contains(id) && isMade(id))
                    .toList();
            assertThat(made).hasSizeGreaterThanOrEqualTo(10);
            assertThat(made).allSatisfy(id -> {
                ObjectNode there = emulator.read(id);
                JsonNode tags = there.has("location") ? there.path("tags") : there.at("/properties/tags");
                assertThat(tags.path("aml.digest").asText()).startsWith("sha256:");
                assertThat(tags.path("aml.snapshot").asText()).isEqualTo(plan.snapshot());
                assertThat(tags.path("aml.coordinates").asText()).isEqualTo("com.example:small:1.4.0");
                assertThat(tags.path("aml.commit").asText()).isEqualTo(plan.commit());
            });
            assertThat(made)
                    .filteredOn(id -> id.contains("/jobs/"))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(emulator.read(id)
                                    .at("/properties/properties/mlflow.source.git.commit")
                                    .asText())
                            .isEqualTo(plan.commit()));
        }
    }

    /** The container of versions is the service's. */
    private static boolean isMade(String id) {
        return id.contains("/versions/") || id.matches(".*/(?:jobs|schedules|batchEndpoints)/.*");
    }

    private static List<String> ids(Emulator emulator) {
        return emulator.state().properties().stream()
                .map(java.util.Map.Entry::getKey)
                .filter(KindsTest::isMade)
                .toList();
    }
}
