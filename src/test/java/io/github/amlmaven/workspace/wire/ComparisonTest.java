package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.Shared;
import io.github.amlmaven.workspace.Collection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service answers is the same content, and what somebody changed is not. */
class ComparisonTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String COMPONENT =
            """
            {"properties": {"description": "d", "tags": {"a": "b"}, "isAnonymous": false, "componentSpec": {
              "name": "train", "version": "3", "type": "command", "is_deterministic": true, "_source": "YAML.COMPONENT",
              "command": "python train.py", "code": "azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/codes/c/versions/1",
              "environment": "azureml:AzureML-sklearn:33",
              "inputs": {"rate": {"type": "number", "default": "0.1"}, "rows": {"type": "uri_folder"}},
              "outputs": {"model": {"type": "mlflow_model"}}}}}
            """;
    /** The same, as the service answers it: see the recorded exchanges. */
    private static final String ANSWER =
            """
            {"id": "x", "name": "3", "properties": {"description": null, "tags": {"a": "other"}, "isAnonymous": false,
              "properties": {}, "isArchived": false, "provisioningState": "Succeeded", "stage": "Development", "componentSpec": {
              "$schema": "https://azuremlschemas.azureedge.net/latest/commandComponent.schema.json",
              "command": "python train.py", "resources": {"instance_count": "1"}, "version": "3", "name": "train",
              "environment": "azureml://registries/azureml/environments/AzureML-sklearn/versions/33",
              "code": "azureml:/subscriptions/s/resourcegroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/codes/c/versions/1",
              "outputs": {"model": {"type": "mlflow_model"}}, "is_deterministic": "True", "type": "command",
              "inputs": {"rows": {"type": "uri_folder", "optional": "False"}, "rate": {"type": "number", "default": "0.1", "optional": "False"}}}}}
            """;

    private static ObjectNode json(String text) throws Exception {
        return (ObjectNode) JSON.readTree(text);
    }

    @Test
    void aComponentIsTheSameThoughTheServiceRewritesIt() throws Exception {
        assertThat(Comparison.differences(Collection.COMPONENT, json(COMPONENT), json(ANSWER)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/command, python steal.py",
        "/code, azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/codes/d/versions/1",
        "/code, azureml:/subscriptions/s/resourceGroups/g/providers/Microsoft.MachineLearningServices/workspaces/w/codes/C/versions/1",
        "/environment, azureml://registries/azureml/environments/AzureML-sklearn/versions/34",
        "/environment, azureml://registries/other/environments/AzureML-sklearn/versions/33",
        "/inputs/rate/default, 0.10",
        "/inputs/rate/type, string",
        "/inputs/rows/optional, True",
        "/outputs/model/type, uri_folder",
        "/resources/instance_count, 2",
        "/is_deterministic, False",
        "/surprise, 1"
    })
    void aComponentThatSomebodyChangedIsFound(String pointer, String value) throws Exception {
        ObjectNode answer = json(ANSWER);
        JsonPointer at = JsonPointer.compile(pointer);
        ObjectNode parent = (ObjectNode) answer.at("/properties/componentSpec").at(at.head());
        parent.put(at.last().getMatchingProperty(), value);

        List<Difference> differences = Comparison.differences(Collection.COMPONENT, json(COMPONENT), answer);

        assertThat(differences).extracting(Difference::pointer).containsExactly(at);
        assertThat(differences.get(0).toString()).contains(value);
    }

    @Test
    void aMissingInputIsFound() throws Exception {
        ObjectNode answer = json(ANSWER);
        ((ObjectNode) answer.at("/properties/componentSpec/inputs")).remove("rate");

        assertThat(Comparison.differences(Collection.COMPONENT, json(COMPONENT), answer))
                .extracting(difference -> difference.pointer().toString())
                .containsExactly("/inputs/rate/default", "/inputs/rate/type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // what the service does of itself
                "image | example.org/a | example.org/a | true",
                "condaFile | name: a | {\"name\": \"a\"} | true",
                "condaFile | 'dependencies: [python=3.11]' | {\"dependencies\": [\"python=3.11\"], \"name\": null} | true",
                "osType | - | Linux | true",
                "autoRebuild | - | Disabled | true",
                // what somebody else did
                "image | example.org/a | example.org/b | false",
                "image | example.org/a | - | false",
                "condaFile | name: a | {\"name\": \"b\"} | false",
                "condaFile | - | {\"name\": \"b\"} | false",
                "osType | - | Windows | false",
            })
    void environments(String field, String sent, String answered, boolean same) throws Exception {
        ObjectNode body = properties(field, sent);
        ObjectNode answer = properties(field, answered);
        assertThat(Comparison.differences(Collection.ENVIRONMENT, body, answer).isEmpty())
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "azureml://datastores/d/paths/x/, azureml://datastores/d/paths/x, true",
        "azureml://datastores/d/paths/x, azureml://subscriptions/s/resourcegroups/g/workspaces/w/datastores/d/paths/x/, true",
        "azureml://datastores/d/paths/x, azureml://datastores/d/paths/y, false",
        "azureml://datastores/d/paths/x, azureml://subscriptions/s/resourcegroups/g/workspaces/w/datastores/e/paths/x, false"
    })
    void data(String sent, String answered, boolean same) throws Exception {
        assertThat(Comparison.differences(Collection.DATA, properties("dataUri", sent), properties("dataUri", answered))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void codeIsTheSameWhereverItWasUploaded() {
        ObjectNode sent = Wire.code("https://a.example.org/x", "a".repeat(64)).content();
        ObjectNode there = Wire.code("https://b.example.org/y", "a".repeat(64)).content();
        ObjectNode other = Wire.code("https://a.example.org/x", "b".repeat(64)).content();

        assertThat(Comparison.differences(Collection.CODE, sent, there)).isEmpty();
        assertThat(Comparison.differences(Collection.CODE, sent, other)).hasSize(1);
    }

    @Test
    void theDefaultOfABatchEndpointCounts() throws Exception {
        ObjectNode sent =
                json("{\"properties\": {\"authMode\": \"aadToken\", \"defaults\": {\"deploymentName\": \"blue\"}}}");
        ObjectNode there = json(
                "{\"properties\": {\"authMode\": \"AADToken\", \"defaults\": {\"deploymentName\": \"blue\"},"
                        + "\"properties\": {\"azureml.onlineendpointid\": \"x\"}, \"scoringUri\": \"https://x\", \"provisioningState\": \"Succeeded\"}}");
        assertThat(Comparison.differences(Collection.BATCH_ENDPOINT, sent, there))
                .isEmpty();

        there.withObject("/properties/defaults").put("deploymentName", "green");
        assertThat(Comparison.differences(Collection.BATCH_ENDPOINT, sent, there))
                .singleElement()
                .hasToString("defaults/deploymentName is 'green' there and 'blue' here");
    }

    /** Every exchange that was recorded with the service itself. */
    @Test
    void whatWasRecordedIsTheSame() throws Exception {
        List<String> compared = new ArrayList<>();
        for (String recording : List.of(
                "component_with_code", "environment_conda_inline", "batch_endpoint_create", "schedule_cron_lro")) {
            JsonNode entries = JSON.readTree(Shared.path("contract/recordings/" + recording + ".recorded.json")
                            .toFile())
                    .path("Entries");
            ObjectNode sent = null;
            for (JsonNode entry : entries) {
                Collection collection = collection(entry.path("RequestUri").asText());
                boolean ok = entry.path("StatusCode").asInt() < 300
                        && entry.path("ResponseBody").has("properties");
                if (ok && entry.path("RequestMethod").asText().equals("PUT")) {
                    sent = (ObjectNode) entry.path("RequestBody");
                }
                if (ok && sent != null && collection != Collection.DATASTORE) {
                    assertThat(Comparison.differences(collection, sent, entry.path("ResponseBody")))
                            .as(entry.path("RequestUri").asText())
                            .isEmpty();
                    compared.add(collection.name().toLowerCase(Locale.ROOT));
                }
            }
        }
        assertThat(compared).contains("component", "environment", "batch_endpoint", "schedule", "code");
    }

    private static Collection collection(String uri) {
        for (Collection collection : Collection.values()) {
            if (uri.contains("/" + collection.segment() + "/")) {
                return collection;
            }
        }
        return Collection.DATASTORE;
    }

    private static ObjectNode properties(String field, String value) {
        ObjectNode body = JSON.createObjectNode();
        body.putObject("properties").put(field, value);
        return body;
    }
}
