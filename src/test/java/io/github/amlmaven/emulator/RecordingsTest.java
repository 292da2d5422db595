package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.Shared;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was sent to the service, sent to the emulator: the answers have the same shape, and what is not made up anew is the same. */
@ExtendWith(EmulatorExtension.class)
class RecordingsTest {
    private static final String RECORDED =
            "/subscriptions/00000000-0000-0000-0000-000000000/resourceGroups/00000/providers/Microsoft.MachineLearningServices/workspaces/";

    /** What the service has besides, or what is another value each time. */
    private static final Set<String> FREE = Set.of(
            "createdAt",
            "lastModifiedAt",
            "createdByType",
            "lastModifiedByType",
            "createdBy",
            "lastModifiedBy",
            "startTime",
            "endpoint");

    /** What newer interfaces answer in addition, and what the recording was made without. */
    private static final Set<String> ADDED = Set.of(
            "stage",
            "provisioningState",
            "autoRebuild",
            "azureml.labels",
            "autoDeleteSetting",
            "azureml.parameters",
            "lastModifiedBy",
            "lastModifiedByType",
            "lastModifiedAt",
            "createdByType",
            "jobs",
            "id",
            "name",
            "type",
            "systemData");

    private Optional<Client.Answer> last = Optional.empty();

    private static List<JsonNode> entries(String file) throws Exception {
        Path path = Shared.path("contract").resolve("recordings").resolve(file + ".recorded.json");
        JsonNode recorded = Json.read(Files.readAllBytes(path));
        return recorded.has("Entries")
                ? StreamSupport.stream(recorded.path("Entries").spliterator(), false)
                        .toList()
                : List.of(recorded);
    }

    private static String here(String text, Emulator emulator) {
        return text.replaceAll(RECORDED.replace(".", "\\.") + "[0-9a-z-]+", emulator.workspaceId());
    }

    private static JsonNode here(JsonNode node, Emulator emulator) throws Exception {
        return Json.read(here(node.toString(), emulator).getBytes(UTF_8));
    }

    /** Sends a recorded PUT, and gives the answer and the differences from the recorded one. */
    private List<String> replay(JsonNode entry, Emulator emulator) throws Exception {
        URI uri = URI.create(entry.path("RequestUri").asText());
        String path = here(uri.getRawPath(), emulator)
                .substring(emulator.workspaceId().length() + 1);
        Client client = new Client(emulator).ofVersion(uri.getQuery().replaceFirst(".*api-version=([^&]*).*", "$1"));
        Client.Answer answer = entry.path("RequestMethod").asText().equals("PUT")
                ? client.put(path, (ObjectNode) here(entry.path("RequestBody"), emulator))
                : client.get(path);
        last = Optional.of(answer);
        List<String> differences = new ArrayList<>();
        if (answer.statusCode() != entry.path("StatusCode").asInt()) {
            differences.add("status " + answer.statusCode() + ": " + answer.json());
        }
        for (Map.Entry<String, JsonNode> header : entry.path("ResponseHeaders").properties()) {
            if (!header.getKey().startsWith("Content-")
                    && answer.header(header.getKey()).isEmpty()) {
                differences.add("no header " + header.getKey());
            }
        }
        compare("", here(entry.path("ResponseBody"), emulator), answer.json(), differences);
        return differences;
    }

    private static void compare(String at, JsonNode recorded, JsonNode answered, List<String> differences) {
        String name = at.replaceFirst(".*/", "");
        if (recorded.isObject() && answered.isObject()) {
            recorded.properties()
                    .forEach(member -> compare(
                            at + "/" + member.getKey(),
                            member.getValue(),
                            answered.path(member.getKey()),
                            differences));
            answered.properties().stream()
                    .filter(member -> !recorded.has(member.getKey()) && !ADDED.contains(member.getKey()))
                    .forEach(member -> differences.add(at + "/" + member.getKey() + " is new"));
        } else if (answered.isMissingNode()) {
            if (!ADDED.contains(name) && recorded.getNodeType() != JsonNodeType.NULL) {
                differences.add(at + " is missing");
            }
        } else if (!FREE.contains(name) && !recorded.equals(answered)) {
            differences.add(at + " is " + answered + ", not " + recorded);
        }
    }

    private static void thereIs(Emulator emulator, String path, String answer) throws Exception {
        emulator.write(emulator.workspaceId() + "/" + path, (ObjectNode) Json.read(answer.getBytes(UTF_8)));
    }

    @Test
    void anEnvironment(Emulator emulator) throws Exception {
        assertThat(replay(entries("environment_conda_inline").get(0), emulator)).isEmpty();
    }

    @Test
    void aComponentAndItsCode(Emulator emulator) throws Exception {
        List<JsonNode> puts = entries("component_with_code").stream()
                .filter(entry -> entry.path("RequestMethod").asText().equals("PUT"))
                .toList();
        assertThat(puts).hasSize(2);
        // The recorded code was there before: it is sent for the second time here, too.
        replay(puts.get(0), emulator);
        assertThat(replay(puts.get(0), emulator)).isEmpty();
        assertThat(replay(puts.get(1), emulator)).isEmpty();
    }

    @Test
    void aPipelineJob(Emulator emulator) throws Exception {
        thereIs(
                emulator,
                "components/microsoftsamplescommandcomponentbasic_nopaths_test/versions/1",
                "{\"properties\":{}}");
        List<String> differences = replay(entries("put_pipeline_job").get(0), emulator);
        // Recorded without the literals, which the job's own properties have.
        assertThat(differences)
                .allMatch(difference -> difference.matches(
                        "/properties/inputs/\\w+ is new|/properties/properties/azureml.parameters is new"));
        assertThat(differences)
                .filteredOn(difference -> difference.contains("/inputs/"))
                .hasSize(4);
    }

    @Test
    void aScheduleAndItsOperation(Emulator emulator) throws Exception {
        thereIs(emulator, "jobs/test_364364088597", "{\"properties\":{}}");
        List<JsonNode> entries = entries("schedule_cron_lro");
        assertThat(replay(entries.get(0), emulator)).isEmpty();
        finish(emulator);
        assertThat(replay(entries.get(2), emulator)).isEmpty();
    }

    @Test
    void anEndpointAndItsOperationWithItsOddState(Emulator emulator) throws Exception {
        List<JsonNode> entries = entries("batch_endpoint_create");
        assertThat(replay(entries.get(0), emulator)).isEmpty();
        finish(emulator);
        assertThat(replay(entries.get(3), emulator))
                .containsExactly("/properties/scoringUri is"
                        + " \"https://batch-ept-1bd9124367124da.westeurope.inference.ml.azure.com/jobs\", not"
                        + " \"https://batch-ept-1bd9124367124da.eastus.inference.ml.azure.com/jobs\"");
    }

    @Test
    void aDeploymentOfNothingIsRefused(Emulator emulator) throws Exception {
        List<JsonNode> entries = entries("batch_endpoint_create");
        Client client = new Client(emulator);
        client.put("batchEndpoints/e-1", (ObjectNode) entries.get(0).path("RequestBody"));
        Client.Answer answer = client.put("batchEndpoints/e-1/deployments/d-1", (ObjectNode)
                entries.get(4).path("RequestBody"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.json().at("/error/message")).isEqualTo(entries.get(4).at("/ResponseBody/error/message"));
    }

    /** Asks for the last operation until it is done; the first answers say something that no list of states has. */
    private void finish(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        String status = last.orElseThrow().header("Azure-AsyncOperation");
        List<String> states = new ArrayList<>();
        do {
            states.add(client.getAt(status).json().path("status").asText());
        } while (!states.contains("Succeeded") && states.size() < 10);
        assertThat(states).containsExactly("Creating", "Creating", "Succeeded");
    }
}
