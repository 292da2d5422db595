package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DifferenceTest {
    private Path target;
    private GitFixture git;
    private Manifest first;

    @BeforeEach
    void thereIsASnapshot(@TempDir Path folder, @TempDir Path empty) throws Exception {
        target = empty;
        git = Snapshots.pipeline(folder);
        git.commitAll();
        first = capture("ml/pipeline.yml");
    }

    @Test
    void aSnapshotDoesNotDifferFromItself() {
        assertThat(Difference.between(first, first).isEmpty()).isTrue();
    }

    @Test
    void anotherCommitWithTheSameDefinitionsIsNoDifference() throws Exception {
        git.write("unrelated.txt", "changed\n").commitAll();
        Manifest second = capture("ml/pipeline.yml");

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(Difference.between(first, second).isEmpty()).isTrue();
    }

    @Test
    void whatLeadsToChangedCodeHasChangedToo() throws Exception {
        git.write("ml/train/src/train.py", "print('trained otherwise')\n").commitAll();

        Difference difference = Difference.between(first, capture("ml/pipeline.yml"));

        assertThat(difference.assets().changed())
                .hasToString("[snapshot:pipeline/ml/pipeline.yml, snapshot:component/ml/train/train.yml]");
        assertThat(difference.assets().added()).isEmpty();
        assertThat(difference.assets().removed()).isEmpty();
        assertThat(difference.code().changed()).hasToString("[ml/train/src]");
        assertThat(difference.code().added()).isEmpty();
        assertThat(difference.code().removed()).isEmpty();
    }

    @Test
    void whatOneOfThemLacksWasAddedOrRemoved() throws Exception {
        Manifest part = capture("ml/train/train.yml");

        assertThat(Difference.between(part, first).assets().added())
                .hasToString("[snapshot:pipeline/ml/pipeline.yml,"
                        + " snapshot:environment/ml/pipeline.yml#jobs/report/environment]");
        assertThat(Difference.between(first, part).assets().removed())
                .isEqualTo(Difference.between(part, first).assets().added());
        assertThat(Difference.between(part, first).code().added()).hasToString("[ml/report]");
        assertThat(Difference.between(first, part).code().removed()).hasToString("[ml/report]");
    }

    private Manifest capture(String entry) throws Exception {
        return Snapshots.write(git, target, entry).manifest();
    }
}
