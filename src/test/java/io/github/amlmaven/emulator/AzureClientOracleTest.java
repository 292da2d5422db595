package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.PythonOracle;
import io.github.amlmaven.emulator.RequestLog.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Azure's own client takes the emulator for Azure. */
@Tag("oracle")
@ExtendWith(EmulatorExtension.class)
class AzureClientOracleTest {
    private static final Path EXAMPLE = Path.of("src", "it", "taxi-fare", "src", "main");

    private static ObjectNode question(Path folder, String kind, String path) {
        return Json.object()
                .put("kind", kind)
                .put("path", folder.resolve(path).toString())
                .put("subscription", Emulator.SUBSCRIPTION)
                .put("group", Emulator.GROUP)
                .put("workspace", Emulator.WORKSPACE);
    }

    private static void write(Path folder, String path, String content) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), content);
    }

    private static void copyExample(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(folder, EXAMPLE.relativize(file).toString(), Files.readString(file));
            }
        }
        write(
                folder,
                "aml/trips.yml",
                """
                name: nyc-yellow-taxi-trips
                version: "2024-06"
                type: uri_folder
                path: azureml://datastores/workspaceblobstore/paths/trips/2024-06/
                """);
        write(
                folder,
                "aml/pipeline-component.yml",
                """
                type: pipeline
                name: taxi_pipeline
                version: "1"
                inputs:
                  trips:
                    type: uri_folder
                jobs:
                  prepare:
                    type: command
                    component: ./components/prepare.yml
                    compute: azureml:cpu-cluster
                    inputs:
                      trips: ${{parent.inputs.trips}}
                    outputs:
                      clean_trips:
                """);
        write(folder, "aml/endpoint.yml", "name: taxi-endpoint\nauth_mode: aad_token\n");
        write(
                folder,
                "aml/deployment.yml",
                """
                name: blue
                endpoint_name: taxi-endpoint
                type: pipeline
                component: ./pipeline-component.yml
                settings:
                  default_compute: azureml:cpu-cluster
                """);
        write(folder, "aml/image/Dockerfile", "FROM scratch\n");
        write(folder, "aml/built.yml", "name: built\nversion: \"1\"\nbuild:\n  path: ./image\n");
        write(folder, "aml/model.yml", "name: model\nversion: \"1\"\ntype: custom_model\npath: ./image\n");
    }

    private static List<JsonNode> ask(Emulator emulator, ObjectNode... questions)
            throws IOException, InterruptedException {
        return PythonOracle.ask("workspace_oracle.py", emulator.environment(), List.of(questions));
    }

    @Test
    void itPublishesEveryKindOfDefinition(@WithBlobs Emulator emulator, @TempDir Path folder) throws Exception {
        copyExample(folder);
        List<JsonNode> answers = ask(
                emulator,
                question(folder, "environment", "aml/environments/taxi-fare.yml"),
                question(folder, "environment", "aml/built.yml"),
                question(folder, "component", "aml/components/train.yml"),
                question(folder, "data", "aml/trips.yml"),
                question(folder, "model", "aml/model.yml"),
                question(folder, "job", "aml/taxi-fare.yml"),
                question(folder, "schedule", "aml/monthly.yml"),
                question(folder, "component", "aml/pipeline-component.yml"),
                question(folder, "batch-endpoint", "aml/endpoint.yml"),
                question(folder, "batch-deployment", "aml/deployment.yml"));
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.has("error")).as(answer.toString()).isFalse());

        JsonNode state = emulator.state();
        String home = emulator.workspaceId();
        assertThat(state.path(home + "/components/taxi_train/versions/4")
                        .at("/answer/properties/componentSpec/is_deterministic")
                        .asText())
                .isEqualTo("True");
        assertThat(state.path(home + "/schedules/taxi-fare-monthly").at("/sent/properties/action/jobDefinition/jobs"))
                .hasSize(5);
        // A file of a deployment is made anonymous, whatever name it has.
        assertThat(state.path(home + "/batchEndpoints/taxi-endpoint/deployments/blue")
                        .at("/sent/properties/deploymentConfiguration/componentId/assetId")
                        .asText())
                .startsWith(home + "/components/azureml_anonymous/versions/");
        assertThat(state.properties())
                .filteredOn(entry -> entry.getKey().matches(".*/codes/.*/versions/1"))
                .hasSize(5)
                .allSatisfy(code -> assertThat(code.getValue().at("/answer/properties/codeUri"))
                        .isNotEmpty());
        assertThat(emulator.log().all())
                .filteredOn(request -> request.userAgent().contains("azure-ai-ml/"))
                .isNotEmpty()
                .noneMatch(request -> request.status() >= 500);
    }

    @Test
    void itUploadsNoCodeTwice(@WithBlobs Emulator emulator, @TempDir Path folder) throws Exception {
        copyExample(folder);
        ask(emulator, question(folder, "component", "aml/components/train.yml"));
        emulator.log().clear();
        ask(emulator, question(folder, "component", "aml/components/train.yml"));
        assertThat(emulator.log().writes()).noneMatch(Request::ofBlobs).noneMatch(request -> request.path()
                .contains("/codes/"));
    }

    @Test
    void itIsToldWhenAnImageChangesUnderAVersion(Emulator emulator, @TempDir Path folder) throws Exception {
        write(folder, "environment.yml", "name: e\nversion: \"1\"\nimage: example.com/image:1\n");
        ask(emulator, question(folder, "environment", "environment.yml"));
        write(folder, "environment.yml", "name: e\nversion: \"1\"\nimage: example.com/image:2\n");
        assertThat(ask(emulator, question(folder, "environment", "environment.yml"))
                        .get(0)
                        .path("error")
                        .asText())
                .contains("is already registered and cannot be changed");
    }
}
