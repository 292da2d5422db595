package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Problem;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Gate;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Strictness;
import io.github.amlmaven.gate.catalogue.RuleCatalogue;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.TreePath;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every definition that others wrote, captured alone, from a commit, whatever the gate says of it. */
class CorpusTest {
    private static final Pattern DEFINITION = Pattern.compile(".*\\.(?:ya?ml|json|runconfig)");

    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void everyDefinitionOfTheCorpusIsCapturedOrNamesTheFileThatIsMissing(@TempDir Path folder) throws Exception {
        captureEach(folder, "corpus", Pattern.compile("definition/missing-file"));

        assertThat(outcomes.get("pipeline captured")).isGreaterThanOrEqualTo(40);
        assertThat(outcomes.get("component captured")).isGreaterThanOrEqualTo(130);
    }

    @Test
    void everyDefinitionOfSdkV1IsCapturedOrNamesTheFileThatIsMissing(@TempDir Path folder) throws Exception {
        captureEach(folder, "v1", Pattern.compile("definition/(?:missing-file|outside-repository)"));

        assertThat(outcomes.get("schedule captured")).isEqualTo(2);
    }

    private void captureEach(Path folder, String material, Pattern reasons) throws Exception {
        DiskTree tree = new DiskTree(Shared.path(material));
        GitFixture fixture = GitFixture.init(Files.createDirectories(folder.resolve(material)));
        for (TreePath file : tree.files()) {
            try (InputStream in = tree.open(tree.find(file).orElseThrow())) {
                fixture.write(file.value(), in.readAllBytes());
            }
        }
        fixture.git("add", "--all", "--force");
        fixture.commit();
        try (GitRepository repository = fixture.open()) {
            for (TreePath file : tree.files()) {
                if (DEFINITION.matcher(file.value()).matches()) {
                    capture(folder, repository.head(), file, reasons);
                }
            }
        }
        System.getLogger(CorpusTest.class.getName()).log(System.Logger.Level.INFO, material + ": " + outcomes);
    }

    private void capture(Path folder, Commit commit, TreePath file, Pattern reasons) throws Exception {
        DefinitionGraph graph = DefinitionGraph.read(commit, List.of(file));
        if (graph.entries().isEmpty()) {
            // What CLI v1 deployed a model with is named, and never captured.
            assertThat(graph.problems())
                    .as(file.value())
                    .extracting(Problem::id)
                    .isSubsetOf("definition/model-deploy");
            return;
        }
        AssetKind kind = graph.entries().get(0).kind();
        if (!graph.problems().isEmpty()) {
            assertThat(graph.problems()).allSatisfy(problem -> {
                assertThat(problem.id()).as(problem.toString()).matches(reasons);
                assertThat(isMissing(commit, problem)).as(problem.toString()).isTrue();
            });
            count(kind, graph.problems().get(0).id());
            return;
        }
        List<Manifest.Finding> findings = new Gate(RuleCatalogue.rules(Strictness.DEFAULT))
                .check(graph).stream()
                        .filter(finding -> finding.severity() == Severity.REFUSE)
                        .map(CorpusTest::finding)
                        .toList();
        SnapshotRequest request = new SnapshotRequest(
                "test",
                new Manifest.Project("g", "a", "1"),
                new Manifest.Git(commit.id(), commit.tree(), commit.committedAt(), List.of()),
                Optional.empty(),
                commit,
                graph,
                List.of(),
                List.of(),
                findings);
        Snapshot snapshot = SnapshotWriter.write(request, folder, "corpus", (files, total, bytes) -> {});
        try (SnapshotReader reader = SnapshotReader.open(snapshot.zip())) {
            assertThat(reader.manifest()).isEqualTo(snapshot.manifest());
            assertThat(reader.manifest().assets())
                    .extracting(Manifest.AssetEntry::id)
                    .containsExactlyInAnyOrderElementsOf(graph.assets().keySet());
            for (AssetId id : graph.entries()) {
                assertSame(commit, reader, id.path());
            }
        }
        assertThat(SnapshotVerifierTest.flaws(snapshot.zip())).as(file.value()).isEmpty();
        count(kind, "captured");
    }

    private static void assertSame(Commit commit, SnapshotReader reader, TreePath path) throws Exception {
        try (InputStream committed = commit.open(commit.find(path).orElseThrow());
                InputStream captured =
                        reader.source().open(reader.source().find(path).orElseThrow())) {
            assertThat(captured.readAllBytes()).isEqualTo(committed.readAllBytes());
        }
    }

    /** Judged on the text alone, so that it does not rest on what it tests. */
    private static boolean isMissing(Commit commit, Problem problem) throws Exception {
        String text = problem.found().replaceFirst("^file:", "");
        if (text.matches("[A-Za-z]:.*")) {
            return true;
        }
        Path path =
                Path.of(problem.location().path().value()).resolveSibling(text).normalize();
        return commit.find(TreePath.of(path.toString())).isEmpty();
    }

    private void count(AssetKind kind, String outcome) {
        outcomes.merge(kind.label().toLowerCase(Locale.ROOT) + " " + outcome, 1, Integer::sum);
    }

    private static Manifest.Finding finding(Finding finding) {
        return new Manifest.Finding(
                finding.rule(),
                "refuse",
                finding.location().path(),
                finding.location().line(),
                finding.location().column(),
                finding.found(),
                finding.message(),
                finding.fix());
    }
}
