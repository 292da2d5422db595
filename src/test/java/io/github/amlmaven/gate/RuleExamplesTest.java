package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, on examples of what it finds and what it accepts: the tables in {@code src/test/resources/rules}. */
class RuleExamplesTest {
    private static final Path TABLES = Path.of("src/test/resources/rules");

    /** Those of the strictest level, which has the others as well. */
    private static final List<Rule<?>> RULES =
            RuleCatalogue.rules(new Strictness(DataGate.WARN, Pins.LOCKED, false, false));

    private record Example(String table, String rule, boolean finds, String text) {
        @Override
        public String toString() {
            return rule + (finds ? " finds " : " accepts ") + text;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aRuleFindsWhatItIsForAndNothingElse(Example example) throws Exception {
        List<Finding> findings = new Gate(RULES)
                .check(graph(example)).stream()
                        .filter(finding -> finding.rule().equals(example.rule()))
                        .toList();
        assertThat(findings).hasSize(example.finds() ? 1 : 0);
        assertThat(findings).allSatisfy(finding -> {
            assertThat(finding.found()).isNotBlank();
            assertThat(finding.message()).matches("[A-Za-z<].*[^.]\\.").doesNotContain("hunter2", "nter2nter2");
            assertThat(finding.fix()).matches("[A-Z].*[^.]\\.");
        });
        assertThat(findings.toString()).doesNotContain("hunter2", "nter2nter2");
    }

    @Test
    void everyRuleHasAnExampleOfBoth() throws Exception {
        List<Example> examples = examples().toList();
        for (Rule<?> rule : RULES) {
            if (rule.id().matches("(?:git|maven|secret)/.*")) {
                continue;
            }
            assertThat(examples.stream()
                            .filter(example -> example.rule().equals(rule.id()))
                            .map(Example::finds)
                            .distinct())
                    .as("%s needs lines that it finds and that it accepts in %s", rule.id(), TABLES)
                    .containsExactlyInAnyOrder(true, false);
        }
    }

    @Test
    void everyExampleIsOfARuleThatExists() throws Exception {
        assertThat(RULES.stream().map(Rule::id)).doesNotHaveDuplicates();
        assertThat(RULES.stream().map(Rule::id))
                .containsAll(examples().map(Example::rule).collect(Collectors.toSet()));
    }

    @Test
    void onlyDataCanBeTurnedOffOrTurnedIntoARefusal() {
        assertThat(RULES.stream().filter(rule -> rule.id().startsWith("data/")).map(Rule::severity))
                .containsOnly(Severity.WARN);
        assertThat(RuleCatalogue.rules(new Strictness(DataGate.FAIL, Pins.EXACT, false, false)).stream()
                        .filter(rule -> rule.id().startsWith("data/"))
                        .map(Rule::severity))
                .containsOnly(Severity.REFUSE);
        assertThat(RuleCatalogue.rules(new Strictness(DataGate.OFF, Pins.LOCKED, false, false)))
                .hasSize(RULES.size() - 3);
    }

    @Test
    void theLockedLevelHasTheRulesOfTheExactOneAndRefusesWhatThatWarnsOf() {
        List<Rule<?>> exact = RuleCatalogue.rules(Strictness.DEFAULT);
        assertThat(RULES.stream().map(Rule::id))
                .containsAll(exact.stream().map(Rule::id).toList());
        assertThat(exact.stream()
                        .filter(rule -> rule.id()
                                .matches(
                                        "run/.*|image/frontend|environment/(?:auto-rebuild|unnamed)|model/environment"))
                        .map(Rule::severity))
                .containsOnly(Severity.WARN);
        assertThat(RULES.stream()
                        .filter(rule -> rule.id()
                                .matches(
                                        "run/.*|image/frontend|environment/(?:auto-rebuild|unnamed)|model/environment"))
                        .map(Rule::severity))
                .containsOnly(Severity.REFUSE);
    }

    private static String locked(String name) {
        return "https://host/linux-64/" + name + "-1-0.conda#0123456789abcdef0123456789abcdef\n";
    }

    private static DefinitionGraph graph(Example example) throws IOException {
        String text = example.text().replace("\\n", "\n");
        MemoryTree tree = new MemoryTree()
                .file("pins.txt", "pan-das==2.2.3\n")
                .file("c.txt", "numpy==1.26.4\n")
                .file("loose.txt", "pandas\n")
                .file("local.txt", "");
        switch (example.table()) {
            case "pip" ->
                tree.file("d.yml", "name: e\nversion: 1\nimage: i\nconda_file: c.yml\n")
                        .file("c.yml", "dependencies: [python==3.10.4, pip==24.0, {pip: [-r r.txt]}]\n")
                        .file("r.txt", text);
            case "conda" ->
                tree.file("d.yml", "name: e\nversion: 1\nimage: i\nconda_file: c.yml\n")
                        .file(
                                "c.yml",
                                text.contains(": ")
                                        ? text
                                        : "dependencies: [python==3.10.4, pip==24.0]\n"
                                                .replace("]", ", '" + text + "']"));
            case "image" ->
                tree.file("d.yml", "name: e\nversion: 1\nbuild: {path: context}\n")
                        .file("context/Dockerfile", text)
                        .file("context/r.txt", "pandas==2.2.3\n")
                        .file("context/.dockerignore", "left*\n!left-in.txt\nonly\n!only/in.txt\n")
                        .file("context/.amlignore", "*.bin\n!kept.bin\n")
                        .file("context/.gitignore", "*.dat\n")
                        .file("context/model.bin", "")
                        .file("context/kept.bin", "")
                        .file("context/model.dat", "")
                        .file("context/left-out.txt", "")
                        .file("context/left-in.txt", "")
                        .file("context/left/out.txt", "")
                        .file("context/only/in.txt", "")
                        .file("context/pyproject.toml", "")
                        .file("context/poetry.lock", "")
                        .file("context/pylock.toml", "lock-version = \"1.0\"\n")
                        .file("context/loose.txt", "numpy==1.26.4\npandas==2.2.3\n")
                        .file("context/md5.txt", "@EXPLICIT\nhttps://host/linux-64/a-1-0.conda\n" + locked("b"))
                        .file("context/explicit.txt", "# a\n@EXPLICIT\n" + locked("a") + locked("b"));
            case "asset" ->
                tree.file("d.yml", text)
                        .file("loose/MLmodel", "flavors: {python_function: {env: {conda: conda.yaml}}}\n")
                        .file("loose/conda.yaml", "dependencies: [python=3.8.16, pip<=23.0, {pip: [mlflow==2.3.1]}]\n")
                        .file("exact/MLmodel", "flavors: {python_function: {env: conda.yaml}}\n")
                        .file(
                                "exact/conda.yaml",
                                "dependencies: [python=3.8.16, pip=23.0.1, {pip: [mlflow==2.3.1]}]\n");
            default -> fail("no template for " + example.table());
        }
        return DefinitionGraph.read(tree, List.of(TreePath.of("d.yml")));
    }

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        try (Stream<Path> tables = Files.list(TABLES)) {
            for (Path table : tables.sorted().toList()) {
                examples.addAll(examples(table));
            }
        }
        return examples.stream();
    }

    private static List<Example> examples(Path table) throws IOException {
        String name = table.getFileName().toString().replace(".txt", "");
        List<Example> examples = new ArrayList<>();
        String rule = "";
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith("  ")) {
                String[] parts = line.strip().split(" +", 2);
                examples.add(new Example(name, rule, parts[0].equals("finds"), parts[1]));
            } else if (!line.startsWith("#")) {
                rule = line.strip();
            }
        }
        return examples;
    }
}
