package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaysTest {
    private final MemoryTree tree = new MemoryTree()
            .file(
                    "train.yml",
                    """
                    type: pipeline
                    jobs:
                      prep:
                        type: command
                        component: 'components/prep.yml'
                      again:
                        type: command
                        component: components/prep.yml
                    """)
            .file(
                    "components/prep.yml",
                    """
                    type: command
                    name: prep
                    command: python prep.py
                    environment: file:../env/env.yml
                    """)
            .file(
                    "env/env.yml",
                    """
                    name: prep
                    image: example.com/a@sha256:%s
                    conda_file: conda.yml
                    """
                            .formatted("0123456789abcdef".repeat(4)))
            .file(
                    "env/conda.yml",
                    """
                    dependencies:
                      - python==3.10.14
                      - pip==24.0
                      - pip:
                          - "-r more/requirements.txt"
                          - numpy==1.26.4
                          - --extra-index-url https://example.com/simple
                    """)
            .file("env/more/requirements.txt", "pandas==2.2.3\n-c limits.txt\n  scipy>=1\n")
            .file("env/more/limits.txt", "--pre\n");

    private List<Finding> findings(String... entries) throws IOException {
        DefinitionGraph graph = DefinitionGraph.read(
                tree, List.of(entries).stream().map(TreePath::of).toList());
        assertThat(graph.problems()).isEmpty();
        return Ways.of(graph).to(new Gate(RuleCatalogue.rules(Strictness.DEFAULT)).check(graph));
    }

    @Test
    void aFindingIsReportedOnceWithTheWayThroughEveryFile() throws IOException {
        List<Finding> findings = findings("train.yml");

        assertThat(findings)
                .extracting(finding -> finding.rule() + " " + finding.location())
                .containsExactly(
                        "pip/extra-index-url env/conda.yml:7:9",
                        "pip/pre env/more/limits.txt:1:1",
                        "pip/range env/more/requirements.txt:3:3");
        assertThat(findings.get(2).way())
                .extracting(Object::toString)
                .containsExactly(
                        "train.yml:5:17", "components/prep.yml:4:14", "env/env.yml:3:13", "env/conda.yml:5:13");
        assertThat(findings.get(1).way())
                .hasSize(5)
                .endsWith(findings.get(1).way().get(4));
        assertThat(findings.get(1).way().get(4)).hasToString("env/more/requirements.txt:2:4");
    }

    @Test
    void theShortestOfSeveralWaysIsShown() throws IOException {
        assertThat(findings("train.yml", "env/env.yml").get(2).way())
                .extracting(Object::toString)
                .containsExactly("env/env.yml:3:13", "env/conda.yml:5:13");
    }

    @Test
    void theRequirementsOfAFlowAreJudged() throws IOException {
        tree.file("p.yml", "type: pipeline\njobs:\n  a:\n    type: parallel\n    component: chat/flow.dag.yaml\n")
                .file(
                        "chat/flow.dag.yaml",
                        """
                        inputs: {}
                        nodes: []
                        environment:
                          python_requirements_txt: requirements.txt
                        """)
                .file("chat/requirements.txt", "promptflow[azure]\npromptflow-tools==1.4.0\n");

        assertThat(findings("p.yml"))
                .extracting(Finding::rule)
                .containsExactly("environment/unnamed", "pip/no-version");
        assertThat(findings("p.yml").get(1)).satisfies(finding -> {
            assertThat(finding.location()).hasToString("chat/requirements.txt:1:1");
            assertThat(finding.way())
                    .extracting(Object::toString)
                    .containsExactly("p.yml:5:16", "chat/flow.dag.yaml:4:28");
        });
    }

    @Test
    void thereIsNoWayToWhatWasAskedFor() throws IOException {
        tree.file("label.yml", "type: pipeline\njobs:\n  a:\n    type: command\n    component: azureml:a@latest\n");

        assertThat(findings("label.yml")).singleElement().satisfies(finding -> assertThat(finding.way())
                .isEmpty());
    }
}
