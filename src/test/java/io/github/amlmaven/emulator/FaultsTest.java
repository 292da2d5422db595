package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Fails on demand, at the request that was meant and at no other. */
@ExtendWith(EmulatorExtension.class)
class FaultsTest {
    private static final String PATH = "environments/e/versions/1";

    private static ObjectNode environment() {
        ObjectNode body = Json.object();
        body.putObject("properties").put("image", "i:1");
        return body;
    }

    @Test
    void aBusyServiceSaysHowLongToWait(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        emulator.faults().on("^PUT ", 1, 1, new Fault.Throttled(7));
        assertThat(client.put(PATH, environment()).statusCode()).isEqualTo(201);
        Client.Answer busy = client.put(PATH, environment());
        assertThat(busy.statusCode()).isEqualTo(429);
        assertThat(busy.header("Retry-After")).isEqualTo("7");
        assertThat(client.put(PATH, environment()).statusCode()).isEqualTo(201);
    }

    @Test
    void aBrokenServiceDoesNothing(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        emulator.faults().next("^PUT ", new Fault.Failed(503));
        assertThat(client.put(PATH, environment()).statusCode()).isEqualTo(503);
        assertThat(client.get(PATH).statusCode()).isEqualTo(404);
    }

    @Test
    void aConnectionIsCutBeforeOrAfterTheWorkIsDone(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        // The JDK's client asks again by itself when a kept connection ends: every time has to be cut.
        emulator.faults().on("^PUT ", 0, 9, new Fault.CutBefore());
        assertThatThrownBy(() -> client.put(PATH, environment())).isInstanceOf(IOException.class);
        assertThat(client.get(PATH).statusCode()).isEqualTo(404);
        emulator.faults().clear();
        emulator.faults().on("^PUT ", 0, 9, new Fault.CutAfter());
        assertThatThrownBy(() -> client.put(PATH, environment())).isInstanceOf(IOException.class);
        assertThat(client.get(PATH).statusCode()).isEqualTo(200);
        assertThat(emulator.log().writes())
                .extracting(RequestLog.Request::status)
                .containsOnly(0);
    }

    @Test
    void anAnswerEndsInTheMiddle(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        emulator.faults().on("^GET ", 0, 9, new Fault.CutWithin());
        assertThatThrownBy(() -> client.get("")).isInstanceOf(IOException.class);
    }

    @Test
    void somethingHappensAtTheNthWrite(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        List<Integer> statuses = new ArrayList<>();
        emulator.faults()
                .onWrite(
                        2,
                        new Fault.Before(
                                () -> statuses.add(emulator.log().writes().size())));
        emulator.faults()
                .onWrite(3, new Fault.After(() -> statuses.add(emulator.state().size())));
        int before = emulator.state().size();
        for (int version = 1; version <= 3; version++) {
            client.put("environments/e/versions/" + version, environment());
            client.get(PATH);
        }
        // The container and three versions are there when the third write is done and not yet answered.
        assertThat(statuses).containsExactly(1, before + 4);
    }

    @Test
    void aSignatureThatEndedOpensNothing(@WithBlobs Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        emulator.faults().next("startPendingUpload", new Fault.ExpiredSignature());
        String path = "codes/c/versions/1/startPendingUpload";
        ObjectNode body = Json.object().put("pendingUploadType", "TemporaryBlobReference");
        String expired = client.post(path, body)
                .json()
                .at("/blobReferenceForConsumption/credential/sasUri")
                .asText();
        assertThat(client.putBlob(expired, "a", "b")).isEqualTo(403);
        String good = client.post(path, body)
                .json()
                .at("/blobReferenceForConsumption/credential/sasUri")
                .asText();
        assertThat(client.putBlob(good, "a", "b")).isEqualTo(201);
    }

    @Test
    void anOperationFailsInTheEnd(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        ObjectNode body = Json.object().put("location", "westeurope");
        body.putObject("properties").put("authMode", "AADToken");
        emulator.faults().next("^PUT ", new Fault.OperationFails());
        Client.Answer begun = client.put("batchEndpoints/e-1", body);
        assertThat(begun.json().at("/properties/provisioningState").asText()).isEqualTo("Creating");
        String status = begun.header("Azure-AsyncOperation");
        client.getAt(status);
        client.getAt(status);
        JsonNode end = client.getAt(status).json();
        assertThat(end.path("status").asText()).isEqualTo("Failed");
        assertThat(end.at("/error/message").asText()).isNotEmpty();
        assertThat(client.get("batchEndpoints/e-1")
                        .json()
                        .at("/properties/provisioningState")
                        .asText())
                .isEqualTo("Failed");
    }
}
