package io.github.amlmaven.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The gate over definitions that nobody wrote for it. */
class CorpusGateTest {
    private static final Pattern DEFINITION = Pattern.compile(".*\\.(?:ya?ml|json|runconfig)");

    @Test
    void judgesEveryDefinitionOfTheCorpus() throws Exception {
        assertThat(findings("corpus").stream().map(Finding::rule).distinct())
                .contains("pip/no-version", "pip/range", "conda/fuzzy", "image/latest", "asset/label", "data/location");
    }

    @Test
    void judgesEveryDefinitionOfSdkV1() throws Exception {
        assertThat(findings("v1").stream().map(Finding::rule).distinct()).contains("pip/no-version", "conda/no-build");
    }

    @Test
    void everyFindingAboutAPackageStandsWhereItSays() throws Exception {
        Path root = Shared.path("corpus");
        for (Finding finding : findings("corpus")) {
            if (!finding.rule().matches("(?:pip|conda|image|run)/.*")
                    || finding.rule().matches("conda/(?:no-python|unpinned-pip)|image/no-base")) {
                continue;
            }
            String line = Files.readAllLines(
                            root.resolve(finding.location().path().value()))
                    .get(finding.location().line() - 1)
                    .substring(finding.location().column() - 1);
            assertThat(line).as(finding.toString()).startsWith(finding.found().split("[ \n]", 2)[0]);
        }
    }

    @Test
    void nothingThatAPassingPipelineIsMadeOfLooksAsIfItFloated() throws Exception {
        DiskTree tree = new DiskTree(Shared.path("corpus"));
        Gate gate = new Gate(RuleCatalogue.rules(Strictness.DEFAULT));
        int refused = 0;
        int passed = 0;
        for (TreePath path : tree.files()) {
            DefinitionGraph graph = DEFINITION.matcher(path.value()).matches()
                    ? DefinitionGraph.read(tree, List.of(path))
                    : DefinitionGraph.read(tree, List.of());
            if (graph.entries().stream().noneMatch(entry -> entry.kind() == AssetKind.PIPELINE)) {
                continue;
            }
            if (gate.check(graph).stream().anyMatch(finding -> finding.severity() == Severity.REFUSE)) {
                refused++;
                continue;
            }
            passed++;
            for (Asset asset : graph.assets().values()) {
                assertThat(Files.readString(
                                Shared.path("corpus").resolve(asset.id().path().value())))
                        .as(path + " leads to " + asset.id())
                        .doesNotContain("@latest", "/labels/", ":latest")
                        .doesNotContainPattern("(?m)^\\s*image:(?!.*@sha256:)")
                        .doesNotContainPattern("(?m)^\\s*(?:component|environment): azureml:[^:/\\s]+$");
            }
        }
        assertThat(passed).isPositive();
        assertThat(refused).isGreaterThan(passed);
    }

    private static List<Finding> findings(String material) throws Exception {
        DiskTree tree = new DiskTree(Shared.path(material));
        List<TreePath> definitions = tree.files().stream()
                .filter(path -> DEFINITION.matcher(path.value()).matches())
                .toList();
        DefinitionGraph graph = DefinitionGraph.read(tree, definitions);
        return new Gate(RuleCatalogue.rules(Strictness.DEFAULT)).check(graph);
    }
}
