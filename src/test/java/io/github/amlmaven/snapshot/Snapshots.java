package io.github.amlmaven.snapshot;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.tree.TreePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Snapshots of small repositories. */
public final class Snapshots {
    public static final Progress SILENT = (files, total, bytes) -> {};

    private Snapshots() {}

    /** A pipeline of two steps, with a component, environments, conda file, requirements and code. */
    public static GitFixture pipeline(Path folder) {
        return GitFixture.init(folder)
                .write(
                        "ml/pipeline.yml",
                        """
                        type: pipeline
                        settings:
                          default_compute: azureml:cpu
                        inputs:
                          rate: 1.10
                        jobs:
                          train:
                            type: command
                            component: ./train/train.yml
                          report:
                            type: command
                            command: python report.py
                            code: ./report
                            environment:
                              image: example.org/report@sha256:1111111111111111111111111111111111111111111111111111111111111111
                        """)
                .write(
                        "ml/train/train.yml",
                        """
                        name: train
                        version: 1.10
                        type: command
                        command: python train.py
                        code: ./src
                        environment: file:../environment.yml
                        """)
                .write("ml/train/src/train.py", "print('trained')\n")
                .write("ml/train/src/lib/a.py", "a = 1\n")
                .write("ml/report/report.py", "print('reported')\n")
                .write(
                        "ml/environment.yml",
                        """
                        name: training
                        version: 3
                        image: example.org/base:1.2@sha256:2222222222222222222222222222222222222222222222222222222222222222
                        conda_file: conda.yml
                        """)
                .write(
                        "ml/conda.yml",
                        """
                        channels: [conda-forge]
                        dependencies:
                          - python=3.10.4=h1
                          - pip:
                              - -r requirements.txt
                              - mlflow==2.1.0
                        """)
                .write("ml/requirements.txt", "numpy==1.26.4 # pinned\n")
                .write("unrelated.txt", "not captured\n");
    }

    public static Manifest.Project project() {
        return new Manifest.Project("org.example", "rides", "1.0");
    }

    public static Snapshot write(GitFixture git, Path folder, String... entries) throws Exception {
        return write(git, folder, List.of(), entries);
    }

    public static Snapshot write(GitFixture git, Path folder, List<Manifest.Finding> findings, String... entries)
            throws Exception {
        try (GitRepository repository = git.open()) {
            return SnapshotWriter.write(request(repository.head(), findings, entries), folder, "rides-1.0", SILENT);
        }
    }

    public static SnapshotRequest request(Commit commit, List<Manifest.Finding> findings, String... entries)
            throws Exception {
        return new SnapshotRequest(
                "aml-maven-plugin 1",
                project(),
                new Manifest.Git(
                        commit.id(),
                        commit.tree(),
                        commit.committedAt(),
                        commit.submodules().entrySet().stream()
                                .map(one -> new Manifest.Submodule(one.getKey(), one.getValue()))
                                .toList()),
                Optional.empty(),
                commit,
                DefinitionGraph.read(
                        commit, Stream.of(entries).map(TreePath::of).toList()),
                List.of(),
                List.of(),
                findings);
    }

    /** The names of a zip's entries, in the order in which they lie in it. */
    public static List<String> names(Path zip) throws Exception {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            return Collections.list(file.getEntriesInPhysicalOrder()).stream()
                    .map(ZipArchiveEntry::getName)
                    .toList();
        }
    }

    public static String text(Path zip, String name) throws Exception {
        try (ZipFile file = ZipFile.builder().setPath(zip).get()) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
