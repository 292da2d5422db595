package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.definition.Target.Pin;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionGraphTest {
    private final MemoryTree tree = new MemoryTree();

    private DefinitionGraph read(String... entries) throws IOException {
        return DefinitionGraph.read(tree, Stream.of(entries).map(TreePath::of).toList());
    }

    private static List<String> assets(DefinitionGraph graph) {
        return graph.assets().keySet().stream().map(AssetId::toString).toList();
    }

    private static List<String> edges(DefinitionGraph graph) {
        return graph.assets().values().stream()
                .flatMap(asset -> asset.references().stream())
                .map(reference -> reference.pointer() + " " + reference.written() + " " + reference.target())
                .toList();
    }

    @Test
    void aPipelineLeadsToItsComponentsTheirEnvironmentsAndTheirCode() throws IOException {
        tree.file(
                        "ml/pipeline.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/pipelineJob.schema.json
                        type: pipeline
                        settings:
                          default_compute: azureml:cpu-cluster
                          default_datastore: azureml:workspaceblobstore
                        inputs:
                          rides:
                            type: uri_folder
                            path: azureml:rides:3
                        jobs:
                          train:
                            type: command
                            component: ./train/train.yml
                            inputs:
                              data: ${{parent.inputs.rides}}
                        """)
                .file(
                        "ml/train/train.yml",
                        """
                        $schema: https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json
                        name: train
                        version: 1.10
                        type: command
                        code: ../../src
                        environment: file:../env.yml
                        command: python train.py
                        """)
                .file("ml/env.yml", "name: sklearn\nversion: 4\nimage: python@sha256:" + "0".repeat(64) + "\n")
                .file("src/train.py", "print()");

        DefinitionGraph graph = read("ml/pipeline.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(assets(graph))
                .containsExactly(
                        "snapshot:pipeline/ml/pipeline.yml",
                        "snapshot:component/ml/train/train.yml",
                        "snapshot:environment/ml/env.yml");
        assertThat(graph.entries()).extracting(AssetId::source).containsExactly("ml/pipeline.yml");
        assertThat(graph.code().keySet()).extracting(CodeId::toString).containsExactly("src");
        assertThat(graph.files().keySet())
                .extracting(TreePath::value)
                .containsExactly("ml/env.yml", "ml/pipeline.yml", "ml/train/train.yml", "src/train.py");
        Asset train = graph.asset(new AssetId(AssetKind.COMPONENT, TreePath.of("ml/train/train.yml"), ""));
        assertThat(train.version()).contains("1.10");
        assertThat(train.references().get(0).location()).hasToString("ml/train/train.yml:5:7");
    }

    @ParameterizedTest
    @CsvSource({
        "azureml:train:7, COMPONENT, PINNED",
        "azureml:train@latest, COMPONENT, FLOATING",
        "azureml:train:latest, COMPONENT, FLOATING",
        "azureml:train, COMPONENT, FLOATING",
        "azureml://registries/azureml/components/train/versions/0.0.5, COMPONENT, PINNED",
        "azureml://registries/azureml/components/train/labels/latest, COMPONENT, FLOATING",
        "azureml:/subscriptions/s/resourceGroups/jobs/providers/x/workspaces/data/components/train/versions/1,"
                + " COMPONENT, PINNED",
        "'azureml:train:{{version}}', COMPONENT, FLOATING",
    })
    void aRegisteredComponentIsRemoteAndItsTextSaysWhetherItFloats(String text, RemoteKind kind, Pin pin)
            throws IOException {
        tree.file("p.yml", "type: pipeline\njobs:\n  a:\n    component: '" + text + "'\n");

        DefinitionGraph graph = read("p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets().values().iterator().next().references())
                .singleElement()
                .satisfies(reference -> {
                    assertThat(reference.written()).isEqualTo(text);
                    assertThat(reference.target()).isEqualTo(new Target.Remote(kind, pin));
                });
    }

    @ParameterizedTest
    @CsvSource({
        "azureml:rides:3, DATA, PINNED",
        "azureml:rides@latest, DATA, FLOATING",
        "azureml://datastores/workspaceblobstore/paths/rides/, DATA, FLOATING",
        "azureml://jobs/brave_sun_1/outputs/model/paths/x, DATA, PINNED",
        "https://example.org/rides.csv, DATA, FLOATING",
        "wasbs://datasets@account.blob.core.windows.net/rides, DATA, FLOATING",
        "<path to the rides>, DATA, FLOATING",
    })
    void dataComesFromAnAssetADatastoreAJobOrTheWeb(String text, RemoteKind kind, Pin pin) throws IOException {
        tree.file(
                "p.yml",
                "type: pipeline\ninputs:\n  x:\n    type: uri_folder\n    path: '" + text
                        + "'\njobs: {a: {command: c}}\n");

        DefinitionGraph graph = read("p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(edges(graph)).containsExactly("/inputs/x/path " + text + " " + new Target.Remote(kind, pin));
    }

    @Test
    void expressionsBindAtRunTimeAndReferToNothing() throws IOException {
        tree.file(
                "p.yml",
                """
                type: pipeline
                inputs: {a: 1}
                jobs:
                  one:
                    type: command
                    command: echo azureml:not-a-reference:1 ${{inputs.x}}
                    environment: azureml:sklearn:5
                    inputs: {x: "${{parent.inputs.a}}"}
                    outputs: {y: null, z: {path: "azureml://datastores/out/paths/${{name}}"}}
                  two:
                    type: if_else
                    condition: ${{parent.jobs.one.outputs.y}}
                    true_block: ${{parent.jobs.one}}
                """);

        assertThat(edges(read("p.yml")))
                .containsExactly(
                        "/jobs/one/environment azureml:sklearn:5 "
                                + new Target.Remote(RemoteKind.ENVIRONMENT, Pin.PINNED),
                        "/jobs/one/outputs/z/path azureml://datastores/out/paths/${{name}} "
                                + new Target.Remote(RemoteKind.DATASTORE, Pin.UNVERSIONED));
    }

    @Test
    void inlineDefinitionsAreAssetsOfTheirOwnNamedByTheirPlace() throws IOException {
        tree.file(
                        "p.yml",
                        """
                        type: pipeline
                        jobs:
                          a:
                            type: sweep
                            trial:
                              command: python a.py
                              code: ./a
                              environment:
                                image: python
                                conda_file: {dependencies: [python=3.11]}
                            search_space: {x: {type: choice, values: [1]}}
                          b:
                            component: {type: command, command: ls, environment: {name: e, version: 1}}
                        """)
                .file("a/a.py", "");

        DefinitionGraph graph = read("p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(assets(graph))
                .containsExactly(
                        "snapshot:pipeline/p.yml",
                        "snapshot:component/p.yml#jobs/a/trial",
                        "snapshot:component/p.yml#jobs/b/component",
                        "snapshot:environment/p.yml#jobs/a/trial/environment",
                        "snapshot:environment/p.yml#jobs/b/component/environment");
        assertThat(graph.code().keySet()).extracting(CodeId::toString).containsExactly("a");
    }

    @Test
    void everyMissingFileIsNamedWithItsPlace() throws IOException {
        tree.file(
                "ml/p.yml",
                """
                type: pipeline
                inputs:
                  x: {path: ./data.csv}
                jobs:
                  a:
                    component: ../gone.yml
                  b:
                    command: python x.py
                    code: ./nowhere
                    environment: file:env.yml
                """);

        assertThat(read("ml/p.yml").problems())
                .extracting(problem -> problem.id() + " " + problem.location() + " " + problem.found())
                .containsExactly(
                        "definition/missing-file ml/p.yml:3:13 ./data.csv",
                        "definition/missing-file ml/p.yml:6:16 ../gone.yml",
                        "definition/missing-file ml/p.yml:9:11 ./nowhere",
                        "definition/missing-file ml/p.yml:10:18 file:env.yml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/opt/train", "../../train", "C:\\train", "~/train"})
    void aReferenceOutOfTheRepositoryIsRefused(String text) throws IOException {
        tree.file("ml/p.yml", "type: command\ncommand: ls\nenvironment: azureml:e:1\ncode: '" + text + "'\n");

        assertThat(read("ml/p.yml").problems())
                .extracting(problem -> problem.id() + " " + problem.location())
                .containsExactly("definition/outside-repository ml/p.yml:4:8");
    }

    @Test
    void aPipelineThatContainsItselfIsRefusedWithItsWholeCircle() throws IOException {
        tree.file("a.yml", "type: pipeline\njobs: {x: {component: ./b.yml}}\n")
                .file("b.yml", "type: pipeline\njobs: {y: {component: ./c.yml}}\n")
                .file("c.yml", "type: pipeline\njobs: {z: {component: ./b.yml}}\n");

        assertThat(read("a.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("definition/cycle");
            assertThat(problem.location()).hasToString("c.yml:2:23");
            assertThat(problem.message()).contains("b.yml -> c.yml -> b.yml");
        });
    }

    @Test
    void aDiamondIsNoCircleAndItsFootIsReadOnce() throws IOException {
        tree.file("a.yml", "type: pipeline\njobs: {x: {component: ./b.yml}, y: {component: ./c.yml}}\n")
                .file("b.yml", "type: pipeline\njobs: {x: {component: ./d.yml}}\n")
                .file("c.yml", "type: pipeline\njobs: {x: {component: ./d.yml}}\n")
                .file("d.yml", "name: d\nversion: 1\ntype: command\ncommand: ls\n");

        DefinitionGraph graph = read("a.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets()).hasSize(4);
    }

    @Test
    void aVeryLongChainOfPipelinesExhaustsNothing() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            tree.file(i + ".yml", "type: pipeline\njobs: {x: {component: ./" + (i + 1) + ".yml}}\n");
        }
        tree.file("5000.yml", "name: d\nversion: 1\ntype: command\ncommand: ls\n");

        assertThat(read("0.yml").assets()).hasSize(5_001);
    }

    @Test
    void namesThatDifferOnlyByCaseAreRefused() throws IOException {
        tree.file("p.yml", "type: command\ncommand: ls\nenvironment: azureml:e:1\ncode: ./src\n")
                .file("src/Util/a.py", "")
                .file("src/util/b.py", "");

        assertThat(read("p.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("definition/case-collision");
            assertThat(problem.message()).contains("src/Util").contains("src/util");
        });
    }

    @Test
    void filesThatAreNoDefinitionsArePassedOver() throws IOException {
        tree.file("conda.yml", "name: e\ndependencies: [python=3.11]\n")
                .file("compose.yml", "services: {a: {image: b, build: {path: .}}}\n")
                .file("workflow.yml", "on: push\njobs: {build: {runs-on: ubuntu-latest, steps: []}}\n")
                .file("asset.yaml", "type: environment\nspec: spec.yaml\nname: x\nversion: auto\n")
                .file("list.yml", "- a\n")
                .file("empty.yml", "");

        DefinitionGraph graph = read("conda.yml", "compose.yml", "workflow.yml", "asset.yaml", "list.yml", "empty.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets()).isEmpty();
        assertThat(graph.files()).isEmpty();
    }

    @Test
    void aDefinitionBehindALinkIsReadAndTheLinkIsCaptured() throws IOException {
        tree.file("p.yml", "type: pipeline\njobs: {x: {component: ./shared/c.yml}}\n")
                .link("shared", "lib")
                .file("lib/c.yml", "name: d\nversion: 1\ntype: command\ncommand: ls\n");

        DefinitionGraph graph = read("p.yml");

        assertThat(assets(graph)).containsExactly("snapshot:pipeline/p.yml", "snapshot:component/lib/c.yml");
        assertThat(graph.files().keySet()).extracting(TreePath::value).containsExactly("lib/c.yml", "p.yml", "shared");
    }

    @Test
    void aScheduleNamesAJobOverridesOneOrHoldsOne() throws IOException {
        tree.file("file.yml", "name: s\ntrigger: {type: cron}\ncreate_job: ./p.yml\n")
                .file("override.yml", "name: s\ncreate_job: {job: ./p.yml, settings: {default_compute: azureml:big}}\n")
                .file("inline.yml", "name: s\ncreate_job: {type: pipeline, jobs: {a: {component: azureml:c:1}}}\n")
                .file("remote.yml", "name: s\ncreate_job: azureml:brave_sun_1\n")
                .file("p.yml", "type: pipeline\njobs: {x: {component: azureml:c:1}}\n");

        DefinitionGraph graph = read("file.yml", "override.yml", "inline.yml", "remote.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(assets(graph))
                .containsExactly(
                        "snapshot:pipeline/inline.yml#create_job",
                        "snapshot:pipeline/p.yml",
                        "snapshot:schedule/file.yml",
                        "snapshot:schedule/inline.yml",
                        "snapshot:schedule/override.yml",
                        "snapshot:schedule/remote.yml");
        assertThat(edges(graph))
                .contains("/create_job azureml:brave_sun_1 " + new Target.Remote(RemoteKind.JOB, Pin.PINNED));
    }
}
