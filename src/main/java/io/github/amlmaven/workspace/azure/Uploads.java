package io.github.amlmaven.workspace.azure;

import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.common.StorageSharedKeyCredential;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** Finds the place for an upload, and the leave to write there. */
final class Uploads {
    private static final int PIECES_AT_ONCE = 4;

    private final Place place;
    private final ResourceManager manager;
    private final AzureHttp http;
    private final Semaphore memory = new Semaphore(PIECES_AT_ONCE * AzureBlobs.PIECE);

    Uploads(Place place, ResourceManager manager, AzureHttp http) {
        this.place = place;
        this.manager = manager;
        this.http = http;
    }

    /**
     * Opens the container that belongs to one pending upload.
     *
     * @param answer what {@code startPendingUpload} answered
     */
    BlobContainer pending(JsonNode answer) throws WorkspaceException {
        JsonNode reference = answer.path("blobReferenceForConsumption");
        String address = reference.path("blobUri").asText("");
        String signed = reference.path("credential").path("sasUri").asText("");
        if (address.isEmpty() || signed.isEmpty()) {
            throw new WorkspaceException(
                    Reason.REFUSED, "Azure gave no place for an upload to " + place + ", or no leave to write there.");
        }
        return new AzureBlobs(address, builder().endpoint(signed).buildClient(), memory);
    }

    /** Opens the container of a datastore, with its secret when it has one, and as whoever asks when it has none. */
    BlobContainer datastore(String name) throws WorkspaceException, InterruptedException {
        String path =
                place.id() + "/" + ResourceName.of(Collection.DATASTORE, name).path();
        JsonNode properties = manager.get(path, Map.of())
                .orElseThrow(() ->
                        new WorkspaceException(Reason.REFUSED, "There is no datastore " + name + " in " + place + "."))
                .path("properties");
        String account = properties.path("accountName").asText("");
        String container = properties.path("containerName").asText("");
        if (account.isEmpty() || container.isEmpty()) {
            throw new WorkspaceException(Reason.REFUSED, "The datastore " + name + " of " + place + " takes no blobs.");
        }
        String endpoint = properties.path("protocol").asText("https") + "://" + account + ".blob."
                + properties.path("endpoint").asText("core.windows.net");
        BlobContainerClientBuilder builder = builder().endpoint(endpoint).containerName(container);
        String kind = properties.path("credentials").path("credentialsType").asText("");
        if (kind.equals("None")) {
            builder.credential(http.credential());
        } else {
            sign(builder, account, secrets(path));
        }
        return new AzureBlobs("azureml://datastores/" + name + "/paths", builder.buildClient(), memory);
    }

    private JsonNode secrets(String path) throws WorkspaceException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("expirableSecret", true);
        return manager.post(path + "/listSecrets", body);
    }

    private void sign(BlobContainerClientBuilder builder, String account, JsonNode secrets) {
        String token = secrets.path("sasToken").asText("");
        String key = secrets.path("key").asText("");
        if (!token.isEmpty()) {
            builder.sasToken(token.startsWith("?") ? token.substring(1) : token);
        } else if (!key.isEmpty()) {
            builder.credential(new StorageSharedKeyCredential(account, key));
        } else {
            builder.credential(http.credential());
        }
    }

    private BlobContainerClientBuilder builder() {
        return new BlobContainerClientBuilder()
                .httpClient(http.client())
                .retryOptions(new RequestRetryOptions(RetryPolicyType.FIXED, 1, (Duration) null, null, null, null))
                .addPolicy(http.retries())
                .addPolicy(new NoLength())
                .addPolicy(new RequestLog());
    }
}
