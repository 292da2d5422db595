package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions as bodies. What the oracle compares field by field is shown here in small. */
class WireTest {
    private static Captured captured(String yaml) throws Exception {
        MemoryTree tree = new MemoryTree()
                .file("aml/x.yml", yaml)
                .file(
                        "aml/train.yml",
                        "type: command\ninputs: {rate: {type: number, default: 1}}\ncommand: ls\nenvironment: azureml:e:1\n")
                .file("aml/rows.csv", "a,b\n")
                .file("aml/context/Dockerfile", "FROM a\n")
                .file("aml/conda.yml", "name: p\ndependencies: [python=3.11]\n");
        return Captured.read(tree, TreePath.of("aml/x.yml"), Agreement::id).orElseThrow();
    }

    private static JsonNode body(String yaml) throws Exception {
        return captured(yaml).body().content();
    }

    @Test
    void anEnvironmentHasItsPackagesAsSortedYaml() throws Exception {
        JsonNode properties =
                body("{name: e, version: 1, image: a, conda_file: conda.yml}").path("properties");

        assertThat(properties.path("condaFile").asText()).isEqualTo("dependencies:\n- python=3.11\nname: p\n");
        assertThat(properties.path("isAnonymous").asBoolean(true)).isFalse();
    }

    @Test
    void aStepRefersToTheComponentThatItIsMadeOf() throws Exception {
        Captured pipeline = captured(
                """
                type: pipeline
                inputs: {rate: 0.10, rows: {type: uri_file, path: rows.csv, mode: download}}
                jobs:
                  listing:
                    command: ls ${{inputs.rows}}
                    environment: azureml:scoring:2
                    compute: azureml:cpu
                    inputs: {rows: "${{parent.inputs.rows}}", rate: "${{parent.inputs.rate}}"}
                """);
        JsonNode properties = pipeline.body().content().path("properties");

        assertThat(properties.at("/inputs/rate")).isEqualTo(json("{'value': '0.1', 'jobInputType': 'literal'}"));
        assertThat(properties.at("/inputs/rows/mode").asText()).isEqualTo("Download");
        String reference = "snapshot:component/aml/x.yml#jobs/listing";
        assertThat(pipeline.bodies()).containsOnlyKeys(reference);
        assertThat(properties.at("/jobs/listing/componentId").asText()).isEqualTo(pipeline.address(reference));
        assertThat(properties.at("/jobs/listing/computeId").asText()).isEqualTo(Captured.PLACE + "/computes/cpu");
        Body component = Objects.requireNonNull(pipeline.bodies().get(reference));
        assertThat(component.content().at("/properties/componentSpec/inputs"))
                .isEqualTo(json("{'rows': {'type': 'uri_file', 'mode': 'download'}, 'rate': {'type': 'number'}}"));
    }

    @Test
    void anInputThatTheComponentDoesNotDeclareIsLeftOutAndSaid() throws Exception {
        Body body = captured(
                        "{type: pipeline, jobs: {a: {type: command, component: ./train.yml, inputs: {rate: 1, other: 2}}}}")
                .body();

        assertThat(body.content().at("/properties/jobs/a/inputs")).hasSize(1);
        assertThat(body.lost()).singleElement().asString().contains("'a'").contains("'other'");
    }

    @Test
    void aPipelineSaysWhatItLosesAsAComponent() throws Exception {
        Captured pipeline = captured(
                """
                type: pipeline
                display_name: Rides
                experiment_name: rides
                identity: {type: user_identity}
                settings: {default_compute: azureml:cpu, continue_on_step_failure: true}
                inputs: {rate: 3, flag: false, rows: {type: uri_file, path: azureml:rows:1, mode: download}}
                outputs: {out: {type: uri_file, mode: upload, path: azureml://datastores/d/paths/o}}
                jobs: {a: {type: command, component: ./train.yml, inputs: {rate: "${{parent.inputs.rate}}"}}}
                """);

        Body body = Wire.jobComponent(pipeline.definition(), new AssetName("rides", "1.4.0", false), pipeline);

        JsonNode spec = body.content().at("/properties/componentSpec");
        assertThat(spec.path("inputs"))
                .isEqualTo(json(
                        "{'rate': {'type': 'integer', 'default': '3'}, 'flag': {'type': 'boolean', 'default': 'False'},"
                                + " 'rows': {'type': 'uri_file', 'mode': 'download'}}"));
        assertThat(spec.path("outputs")).isEqualTo(json("{'out': {'type': 'uri_file', 'mode': 'upload'}}"));
        assertThat(spec.path("name").asText()).isEqualTo("rides");
        assertThat(spec.path("version").asText()).isEqualTo("1.4.0");
        assertThat(spec.path("jobs")).hasSize(1);
        assertThat(String.join("\n", body.lost()))
                .contains("'azureml:cpu'")
                .contains("continue_on_step_failure")
                .contains("identity")
                .contains("experiment: 'rides'")
                .contains("'azureml:rows:1'")
                .contains("'azureml://datastores/d/paths/o'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: e, version: 1, image: a, imagee: b} | at imagee: | no place for 'imagee'",
                "{name: e, version: 1, image: a, build: {path: context}} | aml/x.yml: | 'image' or a 'build'",
                "{type: pipeline, jobs: {a: {component: 'azureml:b'}}} | at jobs/a/component: | has no version",
                "{type: pipeline, jobs: {a: {type: command, component: 'azureml:b:1', inputs: {i: {type: uri_file, path: 'azureml:c:1', mode: fly}}}}} | at jobs/a/inputs/i/mode: | 'fly' is no mode",
                "{type: pipeline, jobs: {a: {type: pipeline}}} | at jobs/a/component: | needs a 'component'",
                "{type: pipeline, jobs: {a: {component: 'azureml:b:1'}}, surprise: 1} | at surprise: | no place for 'surprise'",
                "{type: command, command: ls, environment: 'azureml:e:1', distribution: {type: magic}} | at distribution/type: | 'magic'",
                "{type: command, command: ls, environment: 'azureml:e:1', limits: {timeout: soon}} | at limits/timeout: | 'soon'",
                "{type: automl, task: classification, experiment_name: x} | at type: | cannot be sent on its own",
                "{name: s, trigger: {type: moon}, create_job: 'azureml:j'} | at trigger/type: | 'moon' is no trigger",
                "{name: s, trigger: {type: cron, expression: x, start_time: noon}, create_job: 'azureml:j'} | at trigger/start_time: | 'noon'",
                "{name: s, trigger: {type: cron, expression: '0 3 * * *', end_time: '2026-06-31T10:00:00'}, create_job: 'azureml:j'} | at trigger/end_time: | '2026-06-31T10:00:00' is no time",
                "{name: s, trigger: {type: cron, expression: '0 0 3 * * *'}, create_job: 'azureml:j'} | at trigger/expression: | has 6 fields",
                "{name: s, trigger: {type: cron, expression: ''}, create_job: 'azureml:j'} | at trigger/expression: | has 0 fields",
                "{name: s, trigger: {type: recurrence, frequency: eon, interval: 1}, create_job: 'azureml:j'} | at trigger/frequency: | 'eon'",
                "{name: s, trigger: {type: cron, expression: x}, create_monitor: {}} | at create_monitor: | creates a monitor is not published",
                "{$schema: 'https://azuremlschemas.azureedge.net/latest/schedule.schema.json', name: s, trigger: {type: cron, expression: x}, import_data: {}} | at import_data: | imports data is not published",
                "{$schema: 'https://azuremlschemas.azureedge.net/latest/schedule.schema.json', name: s, trigger: {type: cron, expression: x}} | at create_job: | needs a 'create_job'",
                "{name: d, endpoint_name: e, type: pipeline, job_definition: 'azureml:j'} | at job_definition: | cannot be repeated",
                "{$schema: 'https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json', name: d, endpoint_name: e, model: 'azureml:m:1', scale_settings: {type: moon}} | at scale_settings/type: | 'moon' is no way to scale",
                "{name: e, auth_mode: shout} | at auth_mode: | 'shout'"
            })
    void whatHasNoBodyIsRefusedAtItsPlace(String yaml, String place, String message) throws Exception {
        Captured captured = captured(yaml);

        assertThatThrownBy(captured::body)
                .isInstanceOf(UntranslatableException.class)
                .hasMessageStartingWith("aml/x.yml")
                .hasMessageContaining(place)
                .hasMessageContaining(message);
    }

    @Test
    void everyReasonIsNamedAtOnce() throws Exception {
        Captured captured = captured("{name: e, version: 1, image: a, one: 1, two: 2}");

        assertThatThrownBy(captured::body)
                .isInstanceOfSatisfying(UntranslatableException.class, e -> assertThat(e.problems())
                        .hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: command, command: ls, environment: azureml:scoring:2, invented: {a: 1}, inputs: {x: {type: string, hue: red}}, version: 1}"
            })
    void whatAComponentSaysAndNobodyKnowsTravelsAsItIs(String yaml) throws Exception {
        JsonNode spec = body(yaml).at("/properties/componentSpec");

        assertThat(spec.at("/invented/a").asInt()).isEqualTo(1);
        assertThat(spec.at("/inputs/x/hue").asText()).isEqualTo("red");
        assertThat(spec.path("environment").asText())
                .isEqualTo("azureml:" + Captured.PLACE + "/environments/scoring/versions/2");
    }

    @Test
    void theNameOfAComponentWithoutOneIsThatOfAzuresClient() throws Exception {
        Body body = captured(
                        "{type: command, command: ls, environment: azureml:AzureML-x:1, inputs: {a: {type: string}}, is_deterministic: true}")
                .body();

        assertThat(Wire.anonymous(AssetKind.COMPONENT, body).version())
                .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        // Verified with azure-ai-ml 1.32 in a recorded session: an image and its packages.
        Body environment = new Body(new ObjectMapper().createObjectNode(), List.of());
        environment.content().putObject("properties").put("image", "python");
        assertThat(Wire.anonymous(AssetKind.ENVIRONMENT, environment).version())
                .isEqualTo("20b0899ed033ee374dd27c3b4f67034319a35ca7673d3caafe2c8ae0848d3918");
    }

    @Test
    void thePageExplainsEveryDifferenceToAzuresClient() throws Exception {
        String page = Files.readString(Path.of("src/site/markdown/wire.md"));

        assertThat(Explained.ALL).allSatisfy(explained -> assertThat(page).contains("| " + explained.title() + " |"));
    }

    private static JsonNode json(String text) throws Exception {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }
}
