package io.github.amlmaven.publish;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.git.Commit;
import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SnapshotRequest;
import io.github.amlmaven.snapshot.SnapshotWriter;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One of each kind that is published, and as small as it can be. */
public final class SmallProject {
    /** The command component, for tests that change it. */
    static final String TRAIN = "aml/train.yml";

    static final String COMMAND = "python train.py";

    /** How many requests change something when all of it is published: code takes four, the endpoint two, files and assets one each. */
    static final int WRITES = 18;

    private final Path folder;
    private final GitFixture git;

    /** Makes the project in an empty folder. */
    public SmallProject(Path folder) {
        this.folder = folder;
        this.git = GitFixture.init(folder);
        git.write("code/train.py", "print('fare')\n");
        git.write("aml/image/Dockerfile", "FROM scratch\n");
        git.write("aml/rows.csv", "1\n");
        git.write("aml/model.bin", "2\n");
        git.write("aml/environment.yml", "name: image\nversion: \"1\"\nbuild:\n  path: ./image\n");
        git.write("aml/rows.yml", "name: rows\nversion: \"1\"\ntype: uri_file\npath: ./rows.csv\n");
        git.write("aml/model.yml", "name: model\nversion: \"1\"\ntype: custom_model\npath: ./model.bin\n");
        git.write(
                TRAIN,
                """
                type: command
                name: train
                version: "1"
                code: ../code
                environment: ./environment.yml
                command:\s"""
                        + COMMAND + "\n");
        String jobs =
                """
                settings:
                  default_compute: azureml:cpu-cluster
                jobs:
                  train:
                    type: command
                    component: ./train.yml
                """;
        git.write("aml/taxi.yml", "type: pipeline\nname: taxi\n" + jobs);
        git.write(
                "aml/scores.yml",
                """
                type: pipeline
                name: scores
                version: "1"
                jobs:
                  train:
                    type: command
                    component: ./train.yml
                    compute: azureml:cpu-cluster
                """);
        runsAt(3);
        git.write(
                "aml/endpoint.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/batchEndpoint.schema.json
                name: fares
                auth_mode: aad_token
                defaults:
                  deployment_name: blue
                """);
        git.write(
                "aml/blue.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/pipelineComponentBatchDeployment.schema.json
                name: blue
                endpoint_name: fares
                type: pipeline
                component: ./scores.yml
                settings:
                  default_compute: azureml:cpu-cluster
                """);
    }

    /** Makes the schedule another one. */
    void runsAt(int hour) {
        git.write(
                "aml/nightly.yml",
                "name: nightly\ntrigger:\n  type: cron\n  expression: \"0 " + hour
                        + " * * *\"\ncreate_job: ./taxi.yml\n");
    }

    /** Where it is written. */
    public GitFixture git() {
        return git;
    }

    /** Commits what is there, and makes a snapshot of it, with definitions that a test has added. */
    public Path zip(String version, String... added) throws Exception {
        git.commitAll();
        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            List<TreePath> entries = Stream.concat(
                            Stream.of("taxi", "nightly", "endpoint", "blue", "rows", "model"), Stream.of(added))
                    .map(name -> TreePath.of("aml/" + name + ".yml"))
                    .toList();
            SnapshotRequest request = new SnapshotRequest(
                    "test",
                    new Manifest.Project("com.example", "small", version),
                    new Manifest.Git(head.id(), head.tree(), head.committedAt(), List.of()),
                    Optional.empty(),
                    head,
                    DefinitionGraph.read(head, entries),
                    List.of(),
                    List.of(),
                    List.of());
            return SnapshotWriter.write(request, folder, "small-" + version, (files, total, bytes) -> {})
                    .zip();
        }
    }

    /** Adds an online endpoint, {@code live}, and its deployment, {@code green}, which gets all that comes in. */
    void serve() {
        git.write(
                "aml/live.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json
                name: live
                auth_mode: key
                traffic: {green: 100}
                """);
        git.write(
                "aml/green.yml",
                """
                $schema: https://azuremlschemas.azureedge.net/latest/managedOnlineDeployment.schema.json
                name: green
                endpoint_name: live
                model: ./model.yml
                instance_type: Standard_DS3_v2
                instance_count: 1
                """);
    }
}
