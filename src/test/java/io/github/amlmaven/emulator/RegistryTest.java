package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A registry is slower than a workspace, and knows nothing of one. */
@ExtendWith(EmulatorExtension.class)
class RegistryTest {

    private static ObjectNode environment() {
        ObjectNode body = Json.object();
        body.putObject("properties").put("image", "i:1");
        return body;
    }

    private static ObjectNode component(String environment) {
        ObjectNode body = Json.object();
        body.putObject("properties")
                .putObject("componentSpec")
                .put("type", "command")
                .put("command", "c")
                .put("environment", environment);
        return body;
    }

    @Test
    void anAssetTakesTimeAndIsCalledByTheRegistrysName(Emulator emulator) throws Exception {
        Client client = new Client(emulator).inRegistry();
        Client.Answer begun = client.put("environments/e/versions/1", environment());
        List<String> states = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            states.add(client.getAt(begun.header("Azure-AsyncOperation"))
                    .json()
                    .path("status")
                    .asText());
        }
        assertThat(states).containsExactly("Creating", "Creating", "Succeeded");
        assertThat(client.get("environments/e/versions/1").json().path("id").asText())
                .isEqualTo("azureml://registries/registry-1/environments/e/versions/1");
    }

    @Test
    void aComponentRefersToNothingOfAWorkspace(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        client.put("environments/e/versions/1", environment());
        client.inRegistry().put("environments/e/versions/1", environment());
        Client registry = client.inRegistry();
        assertThat(registry.put(
                                "components/c/versions/1",
                                component("azureml:" + emulator.workspaceId() + "/environments/e/versions/1"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(registry.put(
                                "components/c/versions/1",
                                component("azureml://registries/registry-1/environments/e/versions/1"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void itHasNoJobs(Emulator emulator) throws Exception {
        assertThat(new Client(emulator).inRegistry().get("jobs/j").statusCode()).isEqualTo(404);
    }
}
