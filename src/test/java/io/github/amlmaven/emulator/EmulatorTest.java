package io.github.amlmaven.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Says yes to what the service says yes to, no to the rest, and remembers. */
@ExtendWith(EmulatorExtension.class)
class EmulatorTest {

    private static ObjectNode environment(String image) {
        ObjectNode body = Json.object();
        body.putObject("properties").put("image", image);
        return body;
    }

    @Test
    void anEnvironmentIsWrittenOnceAndMayBeSentAgain(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        assertThat(client.put("environments/e/versions/1", environment("i:1")).statusCode())
                .isEqualTo(201);
        assertThat(client.put("environments/e/versions/1", environment("i:1")).statusCode())
                .isEqualTo(201);
        Client.Answer changed = client.put("environments/e/versions/1", environment("i:2"));
        assertThat(changed.statusCode()).isEqualTo(400);
        assertThat(changed.json().at("/error/message").asText())
                .isEqualTo("Environment e with version 1 is already registered and cannot be changed.");
        assertThat(emulator.log().writes()).hasSize(3);
    }

    @Test
    void nobodyComesInWithoutAToken(Emulator emulator) throws Exception {
        Client client = new Client(emulator).withToken("made.up.token");
        assertThat(client.get("environments/e").statusCode()).isEqualTo(401);
        assertThat(client.without().get("environments/e").statusCode()).isEqualTo(401);
    }

    @Test
    void everyRequestSaysWhichInterfaceItMeans(Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        assertThat(client.ofVersion("")
                        .get("environments/e")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("MissingApiVersionParameter");
        assertThat(client.ofVersion("2019-05-01")
                        .get("environments/e")
                        .json()
                        .at("/error/code")
                        .asText())
                .isEqualTo("InvalidResourceType");
    }

    @Test
    void codeIsUploadedIntoAContainerOfItsOwnAndFoundAgainByItsHash(@WithBlobs Emulator emulator) throws Exception {
        Client client = new Client(emulator);
        ObjectNode properties = Json.object().put("hash_sha256", "ab").put("hash_version", "202208");
        String list = "codes/any/versions?hash=ab&hashVersion=202208";
        assertThat(client.get(list).json().path("value")).isEmpty();

        JsonNode upload = client.post(
                        "codes/c/versions/1/startPendingUpload",
                        Json.object().put("pendingUploadType", "TemporaryBlobReference"))
                .json()
                .path("blobReferenceForConsumption");
        String uri = upload.path("blobUri").asText();
        String signed = upload.path("credential").path("sasUri").asText();
        assertThat(client.putBlob(signed, "src/a.py", "print(1)")).isEqualTo(201);
        assertThat(client.putBlob(signed, "src/a.py", "print(2)")).isEqualTo(409);

        ObjectNode body = Json.object();
        body.putObject("properties").put("codeUri", uri + "/src").set("properties", properties);
        assertThat(client.put("codes/c/versions/1", body).statusCode()).isEqualTo(201);
        assertThat(client.get(list).json().at("/value/0/id").asText())
                .isEqualTo(emulator.workspaceId() + "/codes/c/versions/1");
        assertThat(emulator.state()
                        .at("/" + (emulator.workspaceId() + "/codes/c/versions/1").replace("/", "~1")
                                + "/answer/properties/codeUri/src~1a.py")
                        .asText())
                .hasSize(64);
    }

    @Test
    void codeWithoutFilesIsRefused(@WithBlobs Emulator emulator) throws Exception {
        ObjectNode body = Json.object();
        body.putObject("properties").put("codeUri", emulator.address() + "/devstoreaccount1/none/src");
        assertThat(new Client(emulator).put("codes/c/versions/1", body).statusCode())
                .isEqualTo(400);
    }
}
