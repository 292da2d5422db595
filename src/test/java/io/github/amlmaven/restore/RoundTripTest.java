package io.github.amlmaven.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.amlmaven.Shared;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.Snapshot;
import io.github.amlmaven.snapshot.Snapshots;
import io.github.amlmaven.tree.DiskTree;
import io.github.amlmaven.tree.TreePath;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every pipeline that others wrote, captured, restored into an empty clone, committed and captured again. */
class RoundTripTest {

    @Test
    void givesTheSameDigestsForEveryPipeline(@TempDir Path folder) throws Exception {
        GitFixture corpus = committed(folder, "corpus");
        List<TreePath> pipelines = captured(corpus, kind -> kind == AssetKind.PIPELINE);
        assertThat(pipelines).hasSizeGreaterThanOrEqualTo(40);

        comesBack(folder, corpus, pipelines);
    }

    @Test
    void andForWhatWasWrittenForTheOlderSdk(@TempDir Path folder) throws Exception {
        GitFixture material = committed(folder, "v1");
        List<TreePath> definitions = captured(material, kind -> true);
        assertThat(definitions).isNotEmpty();

        comesBack(folder, material, definitions);
    }

    private static void comesBack(Path folder, GitFixture corpus, List<TreePath> definitions) throws Exception {
        GitFixture clone = GitFixture.init(folder, "clone").write(".gitattributes", "* -text\n");
        clone.commitAll();
        for (TreePath definition : definitions) {
            Snapshot first = Snapshots.write(corpus, folder.resolve("first"), definition.value());
            assertThat(Restores.inPlace(clone, first.zip())).isEmpty();
            clone.git("add", "--all", "--force");
            clone.commit();
            Snapshot second = Snapshots.write(clone, folder.resolve("second"), definition.value());

            assertThat(second.manifest().assets())
                    .as(definition.value())
                    .isEqualTo(first.manifest().assets());
            assertThat(second.manifest().files())
                    .as(definition.value())
                    .isEqualTo(first.manifest().files());
            assertThat(second.manifest().code())
                    .as(definition.value())
                    .extracting(Manifest.CodeEntry::path, Manifest.CodeEntry::digest, Manifest.CodeEntry::amlHash)
                    .isEqualTo(first.manifest().code().stream()
                            .map(code -> tuple(code.path(), code.digest(), code.amlHash()))
                            .toList());
            clone.git("rm", "-q", "-r", "--ignore-unmatch", ".");
            clone.write(".gitattributes", "* -text\n").commitAll();
        }
    }

    private static GitFixture committed(Path folder, String material) throws Exception {
        DiskTree tree = new DiskTree(Shared.path(material));
        GitFixture fixture = GitFixture.init(folder, material);
        for (TreePath file : tree.files()) {
            try (InputStream in = tree.open(tree.find(file).orElseThrow())) {
                fixture.write(file.value(), in.readAllBytes());
            }
        }
        fixture.git("add", "--all", "--force");
        fixture.commit();
        return fixture;
    }

    private static List<TreePath> captured(GitFixture corpus, Predicate<AssetKind> wanted) throws Exception {
        List<TreePath> definitions = new ArrayList<>();
        try (GitRepository repository = corpus.open()) {
            for (TreePath file : new DiskTree(corpus.top()).files()) {
                if (!file.value().matches("(?!\\.git/).*\\.(ya?ml|json|runconfig)")) {
                    continue;
                }
                DefinitionGraph graph = DefinitionGraph.read(repository.head(), List.of(file));
                if (graph.problems().isEmpty()
                        && !graph.entries().isEmpty()
                        && wanted.test(graph.entries().get(0).kind())) {
                    definitions.add(file);
                }
            }
        }
        return definitions;
    }
}
