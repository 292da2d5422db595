package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does what a finding says has lost nothing of what the line said besides. */
class FixTest {
    private final MemoryTree tree = new MemoryTree();

    @Test
    void keepsExtrasMarkersAndChannels() throws Exception {
        tree.file("e.yml", "name: e\nversion: 1\nimage: i\nconda_file: c.yml\n")
                .file(
                        "c.yml",
                        """
                        dependencies:
                          - python==3.10.14
                          - pip==24.0
                          - conda-forge::numpy=1.26
                          - pip:
                            - pandas[excel,aws]>=2.0; python_version > "3"
                        """);
        assertThat(fixes("e.yml"))
                .contains(
                        "Write conda-forge::numpy==<version>, with the version that you tested.",
                        "Write pandas[excel,aws]==<version> ; python_version > \"3\", with the version that you tested.");
    }

    @Test
    void namesTheAssetAndTheCommandThatPrintsItsVersion() throws Exception {
        tree.file("a.yml", "type: command\ncommand: x\nenvironment: azureml:e@latest\n")
                .file(
                        "b.yml",
                        "type: command\ncommand: x\nenvironment: azureml://registries/r/environments/e/labels/latest\n");
        assertThat(fixes("a.yml"))
                .containsExactly(
                        "Write azureml:e:<version>, with the version that you tested; `az ml environment show --name e --label latest` prints today's.");
        assertThat(fixes("b.yml"))
                .containsExactly(
                        "Write azureml://registries/r/environments/e/versions/<version>, with the version that you tested; `az ml environment show --name e --label latest --registry-name r` prints today's.");
    }

    @Test
    void anEnvironmentInAFileOfItsOwnIsNoReference() throws Exception {
        tree.file("e.yml", "$schema: https://azuremlschemas.azureedge.net/latest/environment.schema.json\nname: e\n")
                .file("c.yml", "type: command\ncommand: x\nenvironment: {name: e}\n");
        assertThat(fixes("e.yml")).containsExactly("Add image: <name>@sha256:<digest>, or a build with a Dockerfile.");
        assertThat(fixes("c.yml"))
                .containsExactly(
                        "Write environment: azureml:<name>:<version> for one that is registered; or add image: <name>@sha256:<digest>.");
    }

    @Test
    void namesWhatEachKindAndEachSdkTakes() throws Exception {
        tree.file("chat/flow.dag.yaml", "nodes: []\n")
                .file("c.yml", "type: command\ncommand: x\ncompute: azureml:c\n")
                .file("a.yml", "type: automl\ntask: regression\n")
                .file("old.yml", "pipeline: {data_references: {a: {dataset_name: d}}, steps: {}}\n")
                .file("new.yml", "type: pipeline\njobs: {}\ninputs: {a: {type: uri_file, path: 'azureml:d'}}\n");
        assertThat(fixes("chat/flow.dag.yaml"))
                .containsExactly("Add image: <name>@sha256:<digest> to its environment.");
        assertThat(fixes("c.yml")).containsExactly("Add environment: azureml:<name>:<version>.");
        assertThat(fixes("a.yml"))
                .containsExactly("It takes none; excuse it in .aml/exemptions.yml, so that somebody has seen it.");
        assertThat(fixes("old.yml"))
                .containsExactly(
                        "Write dataset_id in the place of dataset_name, with the id of one version: Dataset.get_by_name(workspace, name, version).id in Python is that.");
        assertThat(fixes("new.yml")).containsExactly("Write the version: azureml:<name>:<version>.");
    }

    @Test
    void namesTheFileThatDefinesWhatIsAskedForByItsLabel() throws Exception {
        String component = "{name: train, version: 1, type: command, command: x, environment: azureml:env@latest}\n";
        tree.file("a/p.yml", "type: pipeline\njobs: {a: {type: command, component: azureml:train@latest}}\n")
                .file("c/train.yml", component)
                .file("c/e/env.yml", "{name: env, version: 1, image: 'i@sha256:" + "0".repeat(64) + "'}\n");
        assertThat(new Gate(RuleCatalogue.rules(Strictness.DEFAULT))
                        .check(DefinitionGraph.read(
                                tree,
                                List.of(
                                        TreePath.of("a/p.yml"),
                                        TreePath.of("c/train.yml"),
                                        TreePath.of("c/e/env.yml")))))
                .extracting(Finding::fix)
                .containsExactly(
                        "Write file:../c/train.yml, which defines it here, so that it is captured and published with the rest.",
                        "Write file:./e/env.yml, which defines it here, so that it is captured and published with the rest.");
        assertThat(fixes("a/p.yml"))
                .containsExactly(
                        "Write azureml:train:<version>, with the version that you tested; `az ml component show --name train --label latest` prints today's.");
    }

    @Test
    void pointsAtTheVeryArtifactInAListOfSpark() throws Exception {
        tree.file(
                "s.yml", "type: spark\nentry: {file: a.py}\nconf:\n  spark.jars.packages: g:a:1.0, g:b:2.0-SNAPSHOT\n");
        assertThat(findings("s.yml"))
                .filteredOn(finding -> finding.rule().equals("spark/package"))
                .extracting(finding -> finding.location().toString(), Finding::found)
                .containsExactly(tuple("s.yml:4:33", "g:b:2.0-SNAPSHOT"));
    }

    @Test
    void pointsIntoTheEnvironmentThatSparkIsConfiguredWith() throws Exception {
        tree.file(
                "s.yml",
                """
                type: spark
                entry: {file: a.py}
                conf:
                  spark.driver.cores: 1
                  spark.synapse.library.python.env: |
                    dependencies:
                      - pip:
                        - pandas~=1.4.3
                """);
        assertThat(findings("s.yml"))
                .extracting(finding -> finding.location().toString(), Finding::rule, Finding::found)
                .containsExactly(tuple("s.yml:8:11", "pip/range", "pandas~=1.4.3"));
    }

    /** The place is lost, and not the finding; to keep it would take a gigabyte. */
    @Test
    void findsItInAnEnvironmentOfAMillionLinesFarToTheRight() throws Exception {
        String indent = " ".repeat(900);
        tree.file(
                "s.yml",
                "type: spark\nentry: {file: a.py}\nconf:\n  spark.synapse.library.python.env: |\n" + indent
                        + "dependencies:\n" + "\n".repeat(1_000_000) + indent + "  - pip:\n" + indent
                        + "    - pandas~=1.4.3\n");
        assertThat(findings("s.yml"))
                .extracting(Finding::rule, Finding::found)
                .containsExactly(tuple("pip/range", "pandas~=1.4.3"));
    }

    @Test
    void pointsAtTheVeryWordInACommandOfManyLines() throws Exception {
        tree.file(
                "c.yml",
                """
                type: command
                environment: azureml:e:1
                command: >-
                  echo pandas &&
                  pip install pandas==2.2.3
                  'mlflow<2.19' -q &&
                  python train.py
                """);
        assertThat(findings("c.yml"))
                .extracting(finding -> finding.location().toString(), Finding::rule, Finding::found)
                .containsExactly(tuple("c.yml:6:4", "run/pip-install", "mlflow<2.19"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void pointsAtTheVeryWordWhateverTheEncoding(String charset) throws Exception {
        tree.file(
                "c.yml",
                """
                \uFEFFtype: command
                environment: azureml:e:1
                description: caf\u00e9
                command: >-
                  pip install
                  'mlflow<2.19'
                """
                        .getBytes(Charset.forName(charset)));
        assertThat(findings("c.yml"))
                .extracting(finding -> finding.location().toString(), Finding::rule, Finding::found)
                .containsExactly(tuple("c.yml:6:4", "run/pip-install", "mlflow<2.19"));
    }

    @Test
    void pointsAtTheTextThatConfiguresSparkInJson() throws Exception {
        tree.file(
                "s.json",
                """
                {"type": "spark", "entry": {"file": "a.py"},
                 "conf": {"spark.synapse.library.python.env": "dependencies:\\n- pip:\\n  - pandas~=1.4.3\\n"}}
                """);
        assertThat(findings("s.json"))
                .extracting(finding -> finding.location().toString(), Finding::rule, Finding::found)
                .containsExactly(tuple("s.json:2:47", "pip/range", "pandas~=1.4.3"));
    }

    @Test
    void saysWhereTheEnvironmentOfSparkIsNoYaml() throws Exception {
        tree.file(
                "s.json",
                """
                {"type": "spark", "entry": {"file": "a.py"}, "conf": {"spark.synapse.library.python.env": "dependencies: [\\n"}}
                """);
        assertThat(findings("s.json"))
                .extracting(finding -> finding.location().toString(), Finding::rule)
                .containsExactly(tuple("s.json:1:91", "environment/unreadable"));
    }

    @Test
    void namesAllThatIsPassedOverOnce() throws Exception {
        List<TreePath> paths = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tree.file("chart/" + i + ".yaml", "a: b: c\n");
            paths.add(TreePath.of("chart/" + i + ".yaml"));
        }
        assertThat(new Gate(RuleCatalogue.rules(Strictness.DEFAULT)).check(DefinitionGraph.read(tree, paths)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARN);
                    assertThat(finding.location()).hasToString("chart/0.yaml:1:5");
                    assertThat(finding.message())
                            .endsWith(
                                    ", as are chart/1.yaml, chart/2.yaml, chart/3.yaml, chart/4.yaml, chart/5.yaml and 2 more.");
                });
    }

    private List<String> fixes(String path) throws Exception {
        return findings(path).stream().map(Finding::fix).toList();
    }

    private List<Finding> findings(String path) throws Exception {
        return new Gate(RuleCatalogue.rules(Strictness.DEFAULT))
                .check(DefinitionGraph.read(tree, List.of(TreePath.of(path))));
    }
}
