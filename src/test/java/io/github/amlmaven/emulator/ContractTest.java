package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.Shared;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Keeps Azure's own contract, and has others keep it. */
@ExtendWith(EmulatorExtension.class)
class ContractTest {
    private static final Set<String> FAMILIES = Set.of(
            "codes",
            "components",
            "environments",
            "data",
            "models",
            "jobs",
            "schedules",
            "batchendpoints",
            "onlineendpoints",
            "datastores",
            "computes");

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) Json.read(text.getBytes(UTF_8));
    }

    @Test
    void itHasTheOperationsOfTheContractAndTheyTakeTimeWhereTheContractSaysSo() throws Exception {
        JsonNode operations = Json.read(
                        Files.readAllBytes(Shared.path("contract").resolve("operations.2025-09-01.json")))
                .path("operations");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (JsonNode operation : operations) {
            String method = operation.path("method").asText();
            String path = operation.path("path").asText();
            List<String> types = types(path);
            // Sizes of machines and actions are nobody's resources.
            if (!FAMILIES.contains(types.get(0).toLowerCase(Locale.ROOT))
                    || types.contains("skus")
                    || method.equals("POST")) {
                continue;
            }
            compared++;
            boolean registry = path.contains("/registries/");
            Optional<Kind> kind = new Kinds().find(types, registry);
            boolean slow = kind.isPresent()
                    && (registry
                            || (method.equals("DELETE")
                                    ? kind.get().deletesSlowly()
                                    : kind.get().longRunning()));
            if (kind.isEmpty()
                    || (!method.equals("GET") && slow != operation.path("lro").asBoolean())) {
                differences.add(method + " " + path);
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(differences).isEmpty();
    }

    /** Such as components and versions; of a list as of its elements. */
    private static List<String> types(String path) {
        String[] parts =
                path.replaceFirst(".*/(workspaces|registries)/\\{\\w+}/?", "").split("/", -1);
        return IntStream.range(0, parts.length)
                .filter(i -> i % 2 == 0)
                .mapToObj(i -> parts[i])
                .toList();
    }

    @Test
    void itAnswersWhatTheContractAllows(Emulator emulator) throws Exception {
        Contract contract = new Contract(Shared.path("contract"));
        Client client = new Client(emulator);
        client.put("environments/e/versions/1", json("{\"properties\":{\"image\":\"i\",\"condaFile\":\"name: a\"}}"));
        client.put(
                "components/c/versions/1",
                json(
                        "{\"properties\":{\"componentSpec\":{\"type\":\"command\",\"command\":\"c\",\"environment\":\"azureml:"
                                + emulator.workspaceId() + "/environments/e/versions/1\"}}}"));
        client.put(
                "data/d/versions/1",
                json(
                        "{\"properties\":{\"dataType\":\"uri_file\",\"dataUri\":\"azureml://datastores/workspaceblobstore/paths/a\"}}"));
        client.put(
                "models/m/versions/1", json("{\"properties\":{\"modelUri\":\"azureml://jobs/j/outputs/o/paths/p\"}}"));
        String job =
                "{\"jobType\":\"Pipeline\",\"componentId\":\"" + emulator.workspaceId() + "/components/c/versions/1\"}";
        client.put("jobs/j", json("{\"properties\":" + job + "}"));
        client.put(
                "schedules/s",
                json("{\"properties\":{\"action\":{\"actionType\":\"CreateJob\",\"jobDefinition\":" + job
                        + "},\"trigger\":{\"triggerType\":\"Cron\",\"expression\":\"0 3 5 * *\"}}}"));
        client.put("batchEndpoints/e-1", json("{\"location\":\"l\",\"properties\":{\"authMode\":\"AADToken\"}}"));
        client.put(
                "batchEndpoints/e-1/deployments/d-1",
                json("{\"location\":\"l\",\"properties\":{\"deploymentConfiguration\":{\"deploymentConfigurationType\":"
                        + "\"PipelineComponent\",\"componentId\":{\"referenceType\":\"Id\",\"assetId\":\""
                        + emulator.workspaceId() + "/components/c/versions/1\"}}}}"));
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "environments/e/versions/1",
                "environments/e",
                "components/c/versions/1",
                "components/c",
                "data/d/versions/1",
                "models/m/versions/1",
                "jobs/j",
                "schedules/s",
                "batchEndpoints/e-1",
                "batchEndpoints/e-1/deployments/d-1",
                "datastores/workspaceblobstore",
                "computes/cpu-cluster",
                "")) {
            Client.Answer answer = client.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            contract.ofAnswer(answer.json().path("type").asText(), "2026-05-01", answer.json())
                    .forEach(error -> wrong.add(path + error));
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void itRefusesWhatTheContractDoesNotAllow(Emulator emulator) throws Exception {
        Shared.path("contract");
        Client client = new Client(emulator);
        ObjectNode unknown = json("{\"properties\":{\"image\":\"i\",\"imaginary\":true}}");
        Client.Answer answer = client.put("environments/e/versions/1", unknown);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.json().at("/error/message").asText()).contains("imaginary");
        assertThat(client.get("environments/e/versions/1").statusCode()).isEqualTo(404);
        assertThat(client.ofVersion("2023-04-01-preview")
                        .put("environments/e/versions/1", unknown)
                        .statusCode())
                .isEqualTo(201);
    }
}
