package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.amlmaven.Bounded;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.environment.Dockerfile;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The references of the less common kinds, and of SDK v1. */
class MoreReferencesTest {
    private static final String DIGEST = "@sha256:" + "a".repeat(64);

    private final MemoryTree tree = new MemoryTree();

    private DefinitionGraph read(String... entries) throws IOException {
        return DefinitionGraph.read(tree, Stream.of(entries).map(TreePath::of).toList());
    }

    private static List<String> edges(DefinitionGraph graph) {
        return graph.assets().values().stream()
                .flatMap(asset -> asset.references().stream())
                .map(reference -> reference.pointer() + " " + kindOf(reference.target()))
                .toList();
    }

    private static String kindOf(Target target) {
        if (target instanceof Target.Remote remote) {
            return remote.kind() + " " + remote.pin();
        } else if (target instanceof Target.Files files) {
            return "files " + files.path();
        } else if (target instanceof Target.Code code) {
            return "code " + code.id();
        }
        return target instanceof Target.Local local ? local.asset().toString() : "unresolved";
    }

    @Test
    void aSparkJobNamesFilesInItsCode() throws IOException {
        tree.file(
                        "job.yml",
                        """
                        type: spark
                        code: ./src
                        entry: {file: main.py}
                        py_files: [utils.zip]
                        jars: [lib/a.jar, "https://example.org/b.jar"]
                        files: [gone.txt]
                        compute: azureml:spark
                        """)
                .file("src/main.py", "")
                .file("src/utils.zip", "")
                .file("src/lib/a.jar", "");

        DefinitionGraph graph = read("job.yml");

        assertThat(edges(graph))
                .containsExactly(
                        "/code code src of a job",
                        "/compute COMPUTE UNVERSIONED",
                        "/entry/file files src/main.py",
                        "/py_files/0 files src/utils.zip",
                        "/jars/0 files src/lib/a.jar",
                        "/jars/1 CODE FLOATING",
                        "/files/0 unresolved");
        assertThat(graph.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.location()).hasToString("job.yml:6:9");
            assertThat(problem.message()).contains("gone.txt").contains("'src'");
        });
    }

    @Test
    void additionalIncludesAreMergedIntoTheCodeThatNamesThem() throws IOException {
        tree.file(
                        "train/train.yml",
                        """
                        name: c
                        version: 1
                        type: command
                        command: python a.py
                        code: .
                        environment: azureml:e:1
                        additional_includes:
                          - ../common
                          - ../gone
                        """)
                .file("train/a.py", "")
                .file("common/b.py", "");

        DefinitionGraph graph = read("train/train.yml");

        assertThat(graph.code().keySet())
                .containsExactly(new CodeId(TreePath.of("train"), List.of(TreePath.of("common")), CodeUse.COMPONENT));
        assertThat(graph.files().keySet()).extracting(TreePath::value).contains("common/b.py");
        assertThat(graph.problems())
                .extracting(problem -> problem.location().toString())
                .containsExactly("train/train.yml:9:5");
    }

    @Test
    void aCommandComponentNamesARegisteredEnvironmentByAMapping() throws IOException {
        tree.file("a.yml", "type: CommandComponent@1-legacy\nname: a\ncommand: x\nenvironment: {name: e, version: 3}\n")
                .file(
                        "b.yml",
                        "type: CommandComponent\nname: b\ncommand: x\nenvironment: {name: AzureML-Minimal, os: Linux}\n")
                .file(
                        "c.yml",
                        "type: CommandComponent\nname: c\ncommand: x\nenvironment: {name: e, docker: {image: i}}\n");

        assertThat(edges(read("a.yml", "b.yml", "c.yml")))
                .contains("/environment/name ENVIRONMENT PINNED", "/environment/name ENVIRONMENT FLOATING")
                .contains("/environment snapshot:environment/c.yml#environment");
    }

    @Test
    void theFilesOfAnEnvironmentOfThePreviewsLieBelowItsPath() throws IOException {
        tree.file(
                        "job.yml",
                        """
                        command: ls
                        environment:
                          name: e
                          path: files
                          docker: {build: {dockerfile: file:Dockerfile}}
                          conda_file: file:conda.yml
                        """)
                .file("files/Dockerfile", "")
                .file("files/conda.yml", "dependencies: [python=3.10]")
                .file("conda.yml", "dependencies: []");

        DefinitionGraph graph = read("job.yml");

        assertThat(edges(graph))
                .contains(
                        "/environment/docker/build/dockerfile files files/Dockerfile",
                        "/environment/conda_file files files/conda.yml");
        assertThat(graph.problems()).isEmpty();
        assertThat(graph.files()).doesNotContainKey(TreePath.of("conda.yml"));
    }

    @Test
    void whatLiesNeitherBelowThePathNorBesideThePreviewIsMissing() throws IOException {
        tree.file("job.yml", "command: ls\nenvironment:\n  path: files\n  conda_file: file:conda.yml\n")
                .file("files/other.yml", "");

        assertThat(read("job.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.location()).hasToString("job.yml:4:15");
            assertThat(problem.found()).isEqualTo("file:conda.yml");
            assertThat(problem.message()).contains("'files/conda.yml'");
        });
    }

    @Test
    void includesWithoutCodeAreAloneInTheUpload() throws IOException {
        tree.file(
                        "train/train.yml",
                        """
                        name: c
                        version: 1
                        type: command
                        command: ls
                        environment: azureml:e:1
                        additional_includes: [../common]
                        """)
                .file("train/a.py", "")
                .file("common/b.py", "");

        DefinitionGraph graph = read("train/train.yml");

        CodeId code = new CodeId(TreePath.of("train"), List.of(TreePath.of("common")), CodeUse.INCLUDES);
        assertThat(code.source()).isEqualTo("train#includes+common");
        assertThat(graph.code().keySet()).containsExactly(code);
        assertThat(graph.files().keySet())
                .extracting(TreePath::value)
                .containsExactly("common/b.py", "train/train.yml");
        assertThat(graph.problems()).isEmpty();
    }

    @Test
    void codeOfAJobByItselfIsOtherCodeThanThatOfAComponent() throws IOException {
        String command = "{type: command, command: ls, environment: azureml:e:1, code: ../src";
        tree.file("a/job.yml", command + "}")
                .file("a/component.yml", command + ", name: c, version: 1}")
                .file("a/pipeline.yml", "{type: pipeline, jobs: {a: " + command + "}}}")
                .file(
                        "a/sweep.yml",
                        "{type: sweep, objective: {}, search_space: {}, trial: {command: ls, code: ../src}}")
                .file(
                        "a/step.yml",
                        "{type: pipeline, jobs: {a: {type: sweep, objective: {}, search_space: {}, trial: " + command
                                + "}}}}")
                .file("src/a.py", "")
                .file("src/__pycache__/a.pyc", "");

        assertThat(uses("a/job.yml", "a/sweep.yml")).containsExactly("src#job 2");
        assertThat(uses("a/component.yml", "a/pipeline.yml", "a/step.yml")).containsExactly("src 1");
        assertThat(uses("a/component.yml", "a/job.yml")).containsExactly("src 1", "src#job 2");
    }

    private List<String> uses(String... paths) throws IOException {
        return DefinitionGraph.read(
                        tree, List.of(paths).stream().map(TreePath::of).toList())
                .code()
                .entrySet()
                .stream()
                .map(code ->
                        code.getKey().source() + " " + code.getValue().files().size())
                .toList();
    }

    @Test
    void anIncludeThatAzureWouldZipIsRefusedAndAZipIsTaken() throws IOException {
        tree.file(
                        "train/train.yml",
                        """
                        name: c
                        version: 1
                        type: command
                        command: python a.py
                        code: .
                        environment: azureml:e:1
                        additional_includes:
                          - ../common.zip
                          - ../packed.zip
                        """)
                .file("train/a.py", "")
                .file("common/b.py", "")
                .file("packed/b.py", "")
                .file("packed.zip", "");

        DefinitionGraph graph = read("train/train.yml");

        assertThat(graph.problems())
                .extracting(problem -> problem.id() + " " + problem.location())
                .containsExactly("definition/zipped-include train/train.yml:8:5");
        assertThat(graph.files().keySet()).extracting(TreePath::value).contains("packed.zip");
    }

    @Test
    void theCommandsOfManyStepsTakeTimeThatGrowsWithTheirNumber() throws Exception {
        StringBuilder pipeline = new StringBuilder("type: pipeline\njobs:\n");
        for (int i = 0; i < 5_000; i++) {
            pipeline.append("  s")
                    .append(i)
                    .append(":\n    code: .\n    command: |\n      pip install a\n      \"b\\\"c\" d\n");
        }
        tree.file("p.yml", pipeline.toString());
        assertThat(Bounded.within(20, () -> read("p.yml")
                        .scripts()
                        .get(read("p.yml").entries().get(0))))
                .hasSize(5_000);
    }

    @Test
    void aPackageAmongTheAdditionalIncludesIsNoCodeOfACommit() throws IOException {
        tree.file(
                        "train/train.yml",
                        """
                        {name: c, version: 1, type: command, command: ls, environment: azureml:e:1, code: .,
                         additional_includes: [{type: artifact, feed: f, name: common, version: 1.0.0}, ../common]}
                        """)
                .file("train/a.py", "")
                .file(
                        "train/b.yml",
                        "{name: b, version: 1, type: command, command: ls, environment: azureml:e:1, code: .}")
                .file("train/b.additional_includes", "additional_includes:\n- type: artifact\n  name: shared\n")
                .file("common/b.py", "");

        assertThat(read("train/train.yml").problems())
                .extracting(problem -> problem.id() + " " + problem.location() + " " + problem.found())
                .containsExactly("definition/fetched-include train/train.yml:2:56 common");
        assertThat(read("train/b.yml").problems())
                .extracting(problem -> problem.id() + " " + problem.location() + " " + problem.found())
                .containsExactly("definition/fetched-include train/b.additional_includes:3:9 shared");
    }

    @Test
    void additionalIncludesMayStandInAFileBesideTheComponent() throws IOException {
        String component = "{name: c, version: 1, type: command, command: ls, environment: azureml:e:1, code: ./src}";
        tree.file("a/lines.yml", component)
                .file("a/lines.additional_includes", "../common\n\n  ../gone\n")
                .file("a/list.yml", component)
                .file("a/list.additional_includes", "additional_includes:\n- ../common\n")
                .file("a/src/a.py", "")
                .file("common/b.py", "");
        CodeId expected = new CodeId(TreePath.of("a/src"), List.of(TreePath.of("common")), CodeUse.COMPONENT);

        assertThat(read("a/list.yml").code().keySet()).containsExactly(expected);
        DefinitionGraph graph = read("a/lines.yml");
        assertThat(graph.code().keySet()).containsExactly(expected);
        assertThat(graph.files().keySet()).contains(TreePath.of("a/lines.additional_includes"));
        assertThat(graph.problems())
                .extracting(problem -> problem.location().toString())
                .containsExactly("a/lines.additional_includes:3:3");
    }

    @Test
    void aParallelTaskHasCodeAndAnEnvironmentOfItsOwn() throws IOException {
        tree.file(
                        "p.yml",
                        """
                        type: pipeline
                        jobs:
                          score:
                            type: parallel
                            task:
                              type: run_function
                              code: ./src
                              entry_script: score.py
                              environment: {image: "python%s", conda_file: conda.yml}
                        """
                                .formatted(DIGEST))
                .file("src/score.py", "")
                .file("conda.yml", "dependencies: [python=3.11.4=h1]\n");

        DefinitionGraph graph = read("p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(edges(graph))
                .containsExactly(
                        "/jobs/score/task/code code src",
                        "/jobs/score/task/environment snapshot:environment/p.yml#jobs/score/task/environment",
                        "/jobs/score/task/environment/image IMAGE PINNED",
                        "/jobs/score/task/environment/conda_file files conda.yml");
    }

    @Test
    void controlFlowIsWalkedLikeAnyStep() throws IOException {
        tree.file(
                        "p.yml",
                        """
                        type: pipeline
                        jobs:
                          loop: {type: do_while, body: "${{parent.jobs.a}}", limits: {max_iteration_count: 3}}
                          each:
                            type: parallel_for
                            items: '[{"x": 1}]'
                            body: {component: ./c.yml}
                          either:
                            type: if_else
                            condition: ${{parent.jobs.a.outputs.ok}}
                            true_block: {component: azureml:yes:1}
                            false_block: {component: azureml:no@latest}
                        """)
                .file("c.yml", "name: c\nversion: 1\ntype: command\ncommand: ls\n");

        assertThat(edges(read("p.yml")))
                .containsExactly(
                        "/jobs/each/body/component snapshot:component/c.yml",
                        "/jobs/either/true_block/component COMPONENT PINNED",
                        "/jobs/either/false_block/component COMPONENT FLOATING");
    }

    @Test
    void deploymentsLeadToModelsCodeEnvironmentsAndComponents() throws IOException {
        tree.file(
                        "online.yml",
                        """
                        name: blue
                        endpoint_name: fares
                        model: {path: ./model}
                        code_configuration: {code: ./src, scoring_script: score.py}
                        environment: azureml:e:1
                        """)
                .file("batch.yml", "name: b\nendpoint_name: fares\ntype: pipeline\ncomponent: ./c.yml\n")
                .file("job.yml", "name: b\nendpoint_name: fares\ntype: pipeline\njob_definition: azureml:brave_sun\n")
                .file("c.yml", "name: c\nversion: 1\ntype: pipeline\njobs: {}\n")
                .file("model/MLmodel", "")
                .file("src/score.py", "");

        DefinitionGraph graph = read("online.yml", "batch.yml", "job.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(edges(graph))
                .containsExactlyInAnyOrder(
                        "/endpoint_name ENDPOINT UNVERSIONED",
                        "/model snapshot:model/online.yml#model",
                        "/model/path files model",
                        "/code_configuration/code code src of a job",
                        "/environment ENVIRONMENT PINNED",
                        "/endpoint_name ENDPOINT UNVERSIONED",
                        "/component snapshot:component/c.yml",
                        "/endpoint_name ENDPOINT UNVERSIONED",
                        "/job_definition JOB PINNED");
    }

    @Test
    void codeMayBeAFileAWorkspaceAssetOrARepository() throws IOException {
        String commit = "0123456789abcdef0123456789abcdef01234567";
        tree.file("file.yml", "{type: command, command: c, environment: azureml:e:1, code: ./train.py, compute: c}")
                .file(
                        "asset.yml",
                        "{type: command, command: c, environment: azureml:e:1, code: azureml:c:1, compute: c}")
                .file(
                        "pinned.yml",
                        "{type: command, command: c, environment: azureml:e:1, compute: c, code: 'git+https://h/r@"
                                + commit + "'}")
                .file(
                        "branch.yml",
                        "{type: command, command: c, environment: azureml:e:1, compute: c, code: 'git+https://h/r@main'}")
                .file("train.py", "");

        assertThat(edges(read("file.yml"))).contains("/code code train.py of a job");
        assertThat(edges(read("asset.yml"))).contains("/code CODE PINNED");
        assertThat(edges(read("pinned.yml"))).contains("/code CODE PINNED");
        assertThat(edges(read("branch.yml"))).contains("/code CODE FLOATING");
    }

    @Test
    void aFlowRunsInTheFolderThatHoldsIt() throws IOException {
        tree.file("p.yml", "type: pipeline\njobs: {chat: {type: parallel, component: ./flow/flow.dag.yaml}}\n")
                .file("flow/flow.dag.yaml", "nodes: [{name: a, type: python, source: {type: code, path: a.py}}]\n")
                .file("flow/a.py", "");

        DefinitionGraph graph = read("p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.code().keySet()).extracting(CodeId::toString).containsExactly("flow");
        assertThat(graph.asset(new AssetId(AssetKind.COMPONENT, TreePath.of("flow/flow.dag.yaml"), ""))
                        .type())
                .isEqualTo("flow");
    }

    @Test
    void aPipelineOfTheFirstSdkLeadsToRunConfigurationsAndSources() throws IOException {
        tree.file(
                        "ml/pipeline.yml",
                        """
                        pipeline:
                            name: p
                            default_compute: cpu
                            data_references:
                                rides: {datastore: blobs, path_on_datastore: rides}
                            steps:
                                train:
                                    runconfig: ml/conf/train.yml
                                    python_script_step: {script_name: train.py, source_directory: src}
                                score: {module: {name: score}}
                        """)
                .file(
                        "ml/conf/train.yml",
                        """
                        script: template.py
                        target: gpu
                        framework: Python
                        environment:
                          python: {condaDependenciesFile: conda.yml}
                          docker: {baseImage: "mcr.example/base:1"}
                        """)
                .file("ml/conf/conda.yml", "dependencies: [python=3.6.2]\n")
                .file("ml/src/train.py", "");

        DefinitionGraph graph = read("ml/pipeline.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets().values()).allMatch(asset -> asset.sdk() == Asset.Sdk.V1);
        assertThat(edges(graph))
                .containsExactly(
                        "/pipeline/default_compute COMPUTE UNVERSIONED",
                        "/pipeline/data_references/rides/datastore DATASTORE UNVERSIONED",
                        "/pipeline/steps/train/runconfig snapshot:runconfig/ml/conf/train.yml",
                        "/pipeline/steps/train/python_script_step/source_directory code ml/src",
                        "/pipeline/steps/score/module/name COMPONENT FLOATING",
                        "/environment/docker/baseImage IMAGE FLOATING",
                        "/environment/python/condaDependenciesFile files ml/conf/conda.yml",
                        "/target COMPUTE UNVERSIONED",
                        "/environment snapshot:environment/ml/conf/train.yml#environment");
    }

    @Test
    void aRunConfigurationOfItsOwnRunsItsScriptWhereverTheSourceDirectoryWas() throws IOException {
        String text = "{script: train.py, framework: Python, environment: {python: {userManagedDependencies: true}}}";
        tree.file("ml/.azureml/train.runconfig", text)
                .file("ml/.azureml/lost.runconfig", text.replace("train.py", "lost.py"))
                .file("ml/train.py", "");

        assertThat(edges(read("ml/.azureml/train.runconfig"))).contains("/script code ml");
        assertThat(read("ml/.azureml/lost.runconfig").problems())
                .extracting(problem -> problem.id() + " " + problem.location())
                .containsExactly("definition/missing-file ml/.azureml/lost.runconfig:1:10");
    }

    @Test
    void theWorkbenchOf2017IsRecognizedAndRefused() throws IOException {
        tree.file("old.runconfig", "ArgumentVector: [train.py]\nTarget: local\n");

        DefinitionGraph graph = read("old.runconfig");

        assertThat(graph.entries()).isEmpty();
        assertThat(graph.problems()).extracting(Problem::id).containsExactly("definition/workbench");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                """
                description: x
                amlModuleIdentifier: {moduleName: a, moduleVersion: 0.0.1}
                implementation: {container: {command: [python, a.py]}}
                """,
                "name: a\n$schema: http://azureml/sdk-1-5/CommandModule.json\nversion: 1\n",
                """
                name: Train
                implementation:
                  container:
                    conda: {dependencies: [python=3.6.8]}
                    command: [python, -m, train]
                """,
            })
    void aModuleOfThePreviewsIsNoComponentWhateverLeadsToIt(String module) throws IOException {
        tree.file("m.yml", module).file("p.yml", "type: pipeline\njobs: {a: {component: ./m.yml}}\n");

        assertThat(read("m.yml").entries()).isEmpty();
        for (String asked : List.of("m.yml", "p.yml")) {
            assertThat(read(asked).problems()).singleElement().satisfies(problem -> {
                assertThat(problem.id()).isEqualTo("definition/module");
                assertThat(problem.location()).hasToString("m.yml:2:1");
                assertThat(problem.found()).isIn("amlModuleIdentifier", "$schema", "implementation");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: x\nentryScript: score.py\nruntime: python\ncondaFile: conda.yml\n",
                "name: x\nentryScript: score.py\nenvironment: {python: {}}\n",
                "name: x\ncomputeType: ACI\ncontainerResourceRequirements: {cpu: 1, memoryInGB: 4}\n",
            })
    void whatModelDeployOfCliV1TookIsNamed(String text) throws IOException {
        tree.file("x.yml", text);
        DefinitionGraph graph = read("x.yml");
        assertThat(graph.entries()).isEmpty();
        assertThat(graph.problems())
                .extracting(problem -> problem.id() + " " + problem.location())
                .containsExactly("definition/model-deploy x.yml:2:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entryScript: start.sh\nname: x\n",
                "computeType: GPU\nname: x\n",
                "$schema: http://azureml/sdk-2-0/CommandComponent.json\nname: a\nversion: 1\ntype: CommandComponent\n",
                "$schema: https://host/terraform/module.json\nname: a\n",
                "name: a\namlModuleIdentifier: x\n",
                "name: a\nimplementation: {container: {image: i, command: [python, a.py]}}\n",
            })
    void whatIsNoModuleIsNotTakenForOne(String text) throws IOException {
        tree.file("m.yml", text);
        assertThat(read("m.yml").problems()).isEmpty();
    }

    @Test
    void aBrokenFileIsNamedWithItsPlaceHoweverItIsReached() throws IOException {
        tree.file("p.yml", "type: pipeline\njobs: {a: {component: ./c.yml}}\n").file("c.yml", "a: 1\na: 2\n");

        assertThat(read("p.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("definition/unreadable");
            assertThat(problem.location()).hasToString("c.yml:2:1");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: v1\nkind: ConfigMap\ndata:\n  {{- range .Values.x }}\n  {{ . }}: y\n  {{- end }}\n",
                "type: {{ service.type }}\n{% for port in ports %}\n- {{ port }}\n{% endfor %}\n",
                "on: push\njobs:\n  build:\n    steps: [\n",
                "services: {web: {image: x, image: y}}\n",
                "nav:\n  Run in AzureML: run/azureml/setup.md\n  Run in AzureML: run/azureml/local.md\n",
                "on: push\njobs:\n  run:\n    parameters: mlops/azureml/train/pipeline.yml\n   name: x\n",
                "{\n  // the debugger\n  \"inputs\": [\n    {\"id\": \"a,\\\"{\", \"type\": \"command\", \"command\": \"pick\"}\n  ]\n}\n",
                "steps:\n- script: |\n    cat << EOF > plan.json\n    {\"circuit\": 1,\n     \"endpoint_name\": \"e\"}\nEOF\n    ls\n"
            })
    void aFileOfAnotherToolThatCannotBeReadIsPassedOver(String text) throws IOException {
        tree.file("chart/a.yaml", text).file("p.yml", "type: pipeline\njobs: {a: {component: azureml:c:1}}\n");

        DefinitionGraph graph = read("chart/a.yaml", "p.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.entries()).hasSize(1);
        assertThat(graph.passedOver())
                .extracting(problem -> problem.location().path().value())
                .containsExactly("chart/a.yaml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: pipeline\njobs: {a: {\n",
                "name: a\nname: b\njobs:\n  train:\n    component: ./c.yml\n",
                "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\na: [\n",
                "name: a\nversion: 1\nimage: [\n",
                "command: >-\n  ls\n bad\nenvironment: x\n",
                "\uFEFFconda_file: [\n",
                "{\"name\": \"c\", \"type\": \"command\",, \"command\": \"ls\"}",
                "// a job\n{\n  \"inputs\": {\"a\": [1]},\n  \"type\": \"command\",\n  \"command\": \"ls\"\n}\n",
                "{\"jobs\": {\"a\": {\"component\": \"./c.yml\"}},,}",
                "jobs:\n  a:\n    code: {{ code }}\n    environment: azureml:e:{{ version }}: x\n"
            })
    void aDefinitionThatCannotBeReadIsRefused(String text) throws IOException {
        tree.file("d.yml", text);

        DefinitionGraph graph = read("d.yml");

        assertThat(graph.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("definition/unreadable");
            assertThat(problem.location().toString()).startsWith("d.yml:");
        });
        assertThat(graph.passedOver()).isEmpty();
    }

    @Test
    void theCodeAndTheComputeOfThePreviewsAreCodeAndACompute() throws IOException {
        tree.file("src/a.py", "")
                .file(
                        "j.yml",
                        """
                command: ls
                environment: azureml:e:1
                code: {local_path: ./src}
                compute: {target: azureml:cluster, instance_count: 2}
                """);

        assertThat(read("j.yml").assets().values().iterator().next().references())
                .extracting(reference -> reference.pointer() + " " + kindOf(reference.target()))
                .anySatisfy(reference -> assertThat(reference).startsWith("/compute/target COMPUTE"))
                .anySatisfy(reference -> assertThat(reference).startsWith("/code/local_path code"));
    }

    @Test
    void theInputsOfThePreviewsAreData() throws IOException {
        tree.file("data/a.csv", "")
                .file(
                        "j.yml",
                        """
                command: ls
                environment: azureml:e:1
                inputs:
                  a: {data: azureml:train, mode: mount}
                  b: {dataset: azureml:test:1}
                  c: {folder: ./data}
                  d: {file: https://example.org/a.csv}
                """);

        DefinitionGraph graph = read("j.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets().values().iterator().next().references())
                .filteredOn(reference -> reference.pointer().toString().startsWith("/inputs"))
                .extracting(reference -> reference.pointer() + " " + kindOf(reference.target()))
                .satisfiesExactly(
                        reference -> assertThat(reference).startsWith("/inputs/a/data DATA"),
                        reference -> assertThat(reference).startsWith("/inputs/b/dataset DATA"),
                        reference -> assertThat(reference).startsWith("/inputs/c/folder"),
                        reference -> assertThat(reference).startsWith("/inputs/d/file DATA"));
        assertThat(graph.files().keySet()).extracting(TreePath::value).contains("data/a.csv");
    }

    @Test
    void aValueThatHasATypeIsNoDataOfThePreviews() throws IOException {
        tree.file("c.yml", "type: command\ncommand: ls\ninputs: {a: {type: string, file: a.csv, default: x}}\n");

        DefinitionGraph graph = read("c.yml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.assets().values().iterator().next().references()).isEmpty();
    }

    @Test
    void whatADefinitionRefersToIsNeverPassedOver() throws IOException {
        tree.file("a.yml", "a: 1\na: 2\n").file("p.yml", "type: pipeline\njobs: {a: {component: ./a.yml}}\n");

        DefinitionGraph graph = read("a.yml", "p.yml");

        assertThat(graph.problems())
                .extracting(problem -> problem.location().toString())
                .containsExactly("a.yml:2:1");
        assertThat(graph.passedOver()).isEmpty();
    }

    @Test
    void theEnvironmentOfACommandComponentStandsWhereTheIncludesPutIt() throws IOException {
        tree.file(
                        "a/spec.yaml",
                        """
                        $schema: http://azureml/sdk-2-0/CommandComponent.json
                        name: c
                        version: 1
                        type: CommandComponent
                        command: ls
                        environment:
                          docker: {build: {dockerfile: docker/Dockerfile}}
                          conda: {conda_dependencies_file: env.yml}
                        """)
                .file("a/spec.additional_includes", "../shared/env.yml\n../docker\n")
                .file("a/run.py", "")
                .file("shared/env.yml", "dependencies: [python=3.10]\n")
                .file("docker/Dockerfile", "FROM base:1\n");

        DefinitionGraph graph = read("a/spec.yaml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.environments().values()).singleElement().satisfies(spec -> {
            assertThat(spec.conda()).singleElement().satisfies(conda -> assertThat(
                            conda.dependencies().get(0).written().location())
                    .hasToString("shared/env.yml:1:16"));
            assertThat(spec.dockerfile()).isPresent();
        });
        assertThat(graph.files().keySet())
                .extracting(TreePath::value)
                .contains("shared/env.yml", "docker/Dockerfile", "a/run.py");
    }

    @Test
    void theBuilderDoesNotGetWhatIsNotUploadedWithTheContext() throws IOException {
        tree.file(
                        "a/job.yml",
                        """
                        type: command
                        command: ls
                        code: .
                        environment: {build: {path: docker}}
                        """)
                .file("a/.gitignore", "requirements.txt\n")
                .file("a/docker/Dockerfile", "FROM base:1\nCOPY requirements.txt wheels/a.whl wheels/b.whl wheels /\n")
                .file("a/docker/.gitignore", "*.whl\n!b.whl\n")
                .file("a/docker/requirements.txt", "")
                .file("a/docker/wheels/a.whl", "")
                .file("a/docker/wheels/b.whl", "");

        DefinitionGraph graph = read("a/job.yml");

        assertThat(graph.environments().values()).singleElement().satisfies(spec -> assertThat(
                        spec.dockerfile().orElseThrow().missing())
                .extracting(missing -> missing.source().location().toString(), Dockerfile.Missing::why)
                .containsExactly(tuple(
                        "a/docker/Dockerfile:2:23",
                        new Dockerfile.Missing.NotUploaded(TreePath.of("a/docker/.gitignore")))));
    }

    @Test
    void theRequirementsOfAFlowStandWhereItsIncludesPutThem() throws IOException {
        tree.file(
                        "flow/flow.dag.yaml",
                        """
                        nodes: []
                        additional_includes: [../shared/requirements.txt]
                        environment: {python_requirements_txt: requirements.txt}
                        """)
                .file("shared/requirements.txt", "promptflow\n");

        DefinitionGraph graph = read("flow/flow.dag.yaml");

        assertThat(graph.problems()).isEmpty();
        assertThat(graph.environments().values()).singleElement().satisfies(spec -> assertThat(spec.requirements())
                .singleElement()
                .satisfies(list -> assertThat(list.toString()).contains("shared/requirements.txt")));
    }

    @Test
    void theRequirementsOfAFlowThatNoIncludeBringsAreMissing() throws IOException {
        tree.file(
                        "flow/flow.dag.yaml",
                        """
                        nodes: []
                        additional_includes: [../shared/other.txt]
                        environment: {python_requirements_txt: requirements.txt}
                        """)
                .file("shared/other.txt", "");

        assertThat(read("flow/flow.dag.yaml").problems())
                .extracting(Problem::id, problem -> problem.location().toString())
                .containsExactly(tuple("environment/missing-file", "flow/flow.dag.yaml:3:40"));
    }

    @Test
    void whereAScriptOfSdkV1WasLookedForIsSaid() throws IOException {
        String runConfiguration = "script: train.py\nframework: Python\n";
        tree.file("a/.azureml/x.runconfig", runConfiguration)
                .file("y.runconfig", runConfiguration)
                .file("b/.azureml/z.runconfig", runConfiguration)
                .file("b/train.py", "");

        assertThat(read("a/.azureml/x.runconfig", "y.runconfig", "b/.azureml/z.runconfig")
                        .problems())
                .extracting(Problem::message)
                .containsExactly(
                        "There is no script 'train.py' in 'a/.azureml', nor in a folder above it.",
                        "There is no script 'train.py' in '.'.");
    }

    @Test
    void whatNoIncludePutsThereIsMissing() throws IOException {
        tree.file(
                        "a/spec.yaml",
                        """
                        {name: c, version: 1, type: CommandComponent, command: ls,
                         environment: {conda: {conda_dependencies_file: shared/env.yml}}}
                        """)
                .file("a/spec.additional_includes", "../shared/env.yml\n")
                .file("shared/env.yml", "dependencies: [python=3.10]\n");

        assertThat(read("a/spec.yaml").problems())
                .extracting(Problem::id, Problem::found)
                .containsExactly(tuple("definition/missing-file", "shared/env.yml"));
    }

    @Test
    void aListOfIncludesThatIsNoTextIsNamedWithItsPlace() throws IOException {
        tree.file("a/c.yml", "{name: c, version: 1, type: command, command: ls, environment: azureml:e:1, code: .}")
                .file("a/c.additional_includes", "../x\n../caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                .file("x", "");

        assertThat(read("a/c.yml").problems())
                .extracting(Problem::id, problem -> problem.location().toString())
                .containsExactly(tuple("definition/unreadable", "a/c.additional_includes:2:7"));
    }

    /** Each {@code $schema} would have to be held against all that follows in its line. */
    @Test
    void aTemplateThatSpeaksOfSchemasForAMegabyteIsPassedOverSoon() throws Exception {
        tree.file("chart.yml", "{{ " + "$schema:".repeat(100_000));
        DefinitionGraph graph = Bounded.within(60, () -> read("chart.yml"));
        assertThat(graph.problems()).isEmpty();
        assertThat(graph.passedOver()).hasSize(1);
    }
}
