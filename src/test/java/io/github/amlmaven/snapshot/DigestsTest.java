package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes a digest, and what does not. */
class DigestsTest {
    private static final String PIPELINE = "pipeline/ml/pipeline.yml";
    private static final String COMPONENT = "component/ml/train/train.yml";
    private static final String ENVIRONMENT = "environment/ml/environment.yml";
    private static final String INLINE = "environment/ml/pipeline.yml#jobs/report/environment";

    private final Path folder;
    private final GitFixture git;

    DigestsTest(@TempDir Path folder) {
        this.folder = folder;
        this.git = Snapshots.pipeline(folder);
    }

    private Manifest manifest() throws Exception {
        git.commitAll();
        return Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml").manifest();
    }

    private static Map<String, String> digests(Manifest manifest) {
        return manifest.assets().stream()
                .collect(Collectors.toMap(
                        asset -> asset.id().toString().substring("snapshot:".length()), Manifest.AssetEntry::digest));
    }

    /** The definitions whose digest an edit changes. */
    private Set<String> changedBy(String path, String content) throws Exception {
        Map<String, String> before = digests(manifest());
        git.write(path, content);
        Map<String, String> after = digests(manifest());
        return after.keySet().stream()
                .filter(asset -> !Objects.equals(after.get(asset), before.get(asset)))
                .collect(Collectors.toSet());
    }

    @Test
    void codeChangesWhateverRunsIt() throws Exception {
        assertThat(changedBy("ml/train/src/lib/a.py", "a = 2\n")).containsExactlyInAnyOrder(COMPONENT, PIPELINE);
    }

    @Test
    void aRequirementThreeFilesAwayChangesTheEnvironmentAndAllThatUseIt() throws Exception {
        assertThat(changedBy("ml/requirements.txt", "numpy==1.26.5\n"))
                .containsExactlyInAnyOrder(ENVIRONMENT, COMPONENT, PIPELINE);
    }

    @Test
    void theTextOfANumberMatters() throws Exception {
        assertThat(
                        changedBy(
                                "ml/environment.yml",
                                """
                        name: training
                        version: 3.0
                        image: example.org/base:1.2@sha256:2222222222222222222222222222222222222222222222222222222222222222
                        conda_file: conda.yml
                        """))
                .contains(ENVIRONMENT);
    }

    @Test
    void commentsAndTheOrderOfKeysDoNot() throws Exception {
        assertThat(
                        changedBy(
                                "ml/environment.yml",
                                """
                        # The same.
                        conda_file:   "conda.yml"
                        version: 3
                        name: training
                        image: example.org/base:1.2@sha256:2222222222222222222222222222222222222222222222222222222222222222
                        """))
                .isEmpty();
    }

    @Test
    void whereAThingLiesDoesNotMatter() throws Exception {
        Map<String, String> before = digests(manifest());
        git.git("mv", "ml", "elsewhere");
        git.commit();
        Manifest after = Snapshots.write(git, folder.resolve("target"), "elsewhere/pipeline.yml")
                .manifest();
        assertThat(digests(after).values()).containsExactlyInAnyOrderElementsOf(before.values());
    }

    @Test
    void anInlineDefinitionHasADigestOfItsOwn() throws Exception {
        assertThat(digests(manifest())).containsOnlyKeys(PIPELINE, COMPONENT, ENVIRONMENT, INLINE);
    }

    @Test
    void theIdIsThatOfTheContentAndNotOfTheVerdict() throws Exception {
        Manifest publishable = manifest();
        Manifest refused = Snapshots.write(
                        git,
                        folder.resolve("target"),
                        List.of(new Manifest.Finding(
                                "pip/range",
                                "refuse",
                                TreePath.of("ml/conda.yml"),
                                1,
                                1,
                                "x",
                                "It floats.",
                                "Pin it.")),
                        "ml/pipeline.yml")
                .manifest();
        assertThat(refused.publishable()).isFalse();
        assertThat(refused.id()).isEqualTo(publishable.id());
        git.write("ml/train/src/train.py", "print('changed')\n");
        assertThat(manifest().id()).isNotEqualTo(publishable.id());
    }
}
