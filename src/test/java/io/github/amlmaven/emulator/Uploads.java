package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

/** Where files may be put: a container of its own for each pending upload, or that of a datastore. */
final class Uploads {
    private final World world;
    private final String workspaceId;

    Uploads(World world, String workspaceId) {
        this.world = world;
        this.workspaceId = workspaceId;
    }

    Reply pending(Call call, Id id, Duration time) throws Refusal, IOException {
        ObjectNode sent = call.json();
        Body body = new Body(Json.object().set("properties", sent));
        body.oneOf(sent, "pendingUploadType", "TemporaryBlobReference");
        body.check();
        if (world.store().has(id) && id.scope().registry()) {
            throw new Refusal(409, "UserError", "The asset " + id + " exists already.", "Conflict");
        }
        String container = workspaceId + "-" + UUID.randomUUID().toString().substring(0, 8);
        world.blobs().createContainer(container);
        String uri = world.blobAddress() + "/" + container;
        ObjectNode answer = Json.object()
                .put("pendingUploadId", UUID.randomUUID().toString())
                // Recorded: not what was sent.
                .put("pendingUploadType", "None");
        ObjectNode reference = answer.putObject("blobReferenceForConsumption")
                .put("blobUri", uri)
                .put(
                        "storageAccountArmId",
                        "/subscriptions/" + id.scope().subscription() + "/resourceGroups/"
                                + id.scope().group() + "/providers/Microsoft.Storage/storageAccounts/"
                                + Azurite.ACCOUNT);
        reference
                .putObject("credential")
                .put("credentialType", "SAS")
                .put("sasUri", uri + "?" + Signatures.ofContainer(container, time));
        return Reply.json(200, answer);
    }

    /** The secrets of a datastore: a signature where one that ends is asked for, else the account's key. */
    Reply secrets(Call call, Resource datastore, Duration time) throws Refusal, IOException {
        String container = datastore.properties().path("containerName").asText();
        world.blobs().createContainer(container);
        boolean signature =
                call.body().length > 0 && call.json().path("expirableSecret").asBoolean();
        ObjectNode answer = Json.object();
        if (signature) {
            answer.put("secretsType", "Sas").put("sasToken", "?" + Signatures.ofAccount(time));
        } else {
            answer.put("secretsType", "AccountKey").put("key", Azurite.KEY);
        }
        return Reply.json(200, answer);
    }
}
