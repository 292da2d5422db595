package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
    private final Path folder;

    SnapshotWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void holdsTheManifestTheDefinitionsAndTheFilesInTheOrderOfTheirNames() throws Exception {
        GitFixture git = Snapshots.pipeline(folder);
        git.commitAll();

        Snapshot snapshot = Snapshots.write(git, folder.resolve("target"), "ml/pipeline.yml");

        assertThat(Snapshots.names(snapshot.zip()))
                .containsExactly(
                        "components/ml/train/train.yml.json",
                        "environments/ml/environment.yml.json",
                        "environments/ml/pipeline.yml#jobs/report/environment.json",
                        "pipelines/ml/pipeline.yml.json",
                        "snapshot.json",
                        "source/ml/conda.yml",
                        "source/ml/environment.yml",
                        "source/ml/pipeline.yml",
                        "source/ml/report/report.py",
                        "source/ml/requirements.txt",
                        "source/ml/train/src/lib/a.py",
                        "source/ml/train/src/train.py",
                        "source/ml/train/train.yml");
        assertThat(snapshot.json()).hasContent(Snapshots.text(snapshot.zip(), "snapshot.json"));
    }
}
