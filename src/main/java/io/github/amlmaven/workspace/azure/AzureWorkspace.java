package io.github.amlmaven.workspace.azure;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.BlobContainer;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A workspace or a registry in Azure. */
public final class AzureWorkspace implements Workspace {

    /** Lets a job act in the name of the one who submits it, as azure-ai-ml 1.35.2 does. */
    private static final HttpHeaderName OWN_TOKEN = HttpHeaderName.fromString("x-azureml-token");

    private final Place place;
    private final Connection connection;
    private final AzureHttp http;
    private final ResourceManager manager;
    private final Uploads uploads;

    AzureWorkspace(Place place, Connection connection, AzureHttp http) {
        this.place = place;
        this.connection = connection;
        this.http = http;
        this.manager = new ResourceManager(connection, http.resourceManager());
        this.uploads = new Uploads(place, manager, http);
    }

    /**
     * Opens a workspace or a registry. Nothing is asked yet.
     *
     * @param place which
     * @param connection how to reach it
     * @return the workspace, which needs no closing
     */
    public static Workspace open(Place place, Connection connection) {
        return new AzureWorkspace(place, connection, new AzureHttp(connection));
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public JsonNode describe() throws WorkspaceException, InterruptedException {
        return manager.get(place.id(), Map.of())
                .orElseThrow(() -> new WorkspaceException(
                        WorkspaceException.Reason.REFUSED,
                        "There is no " + place + " in the resource group " + place.resourceGroup()
                                + " of the subscription " + place.subscriptionId()
                                + ", or who asks may not see it: Azure answered 404 to GET " + place.id()
                                + ". Correct the target, or let whoever asks read it."));
    }

    @Override
    public Optional<Resource> get(ResourceName name) throws WorkspaceException, InterruptedException {
        return manager.get(path(name), Map.of()).map(body -> resource(name, body));
    }

    @Override
    public List<Resource> newestVersions(Collection collection, String name, int limit)
            throws WorkspaceException, InterruptedException {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("$orderBy", "createdtime desc");
        query.put("$top", Integer.toString(limit));
        query.put("listViewType", "ActiveOnly");
        return versions(collection, name, query, limit);
    }

    @Override
    public Optional<Resource> codeWithHash(String hash) throws WorkspaceException, InterruptedException {
        // The service looks in all of the workspace, whatever the name.
        return versions(Collection.CODE, hash, Map.of("hash", hash, "hashVersion", "202208"), 1).stream()
                .findFirst();
    }

    @Override
    public List<Resource> all(Collection collection) throws WorkspaceException, InterruptedException {
        return all(collection, Map.of());
    }

    @Override
    public List<Resource> archived(Collection collection) throws WorkspaceException, InterruptedException {
        return all(collection, Map.of("listViewType", "ArchivedOnly"));
    }

    private List<Resource> all(Collection collection, Map<String, String> query)
            throws WorkspaceException, InterruptedException {
        String path = place.id() + "/" + collection.segment();
        return list(path, query, Integer.MAX_VALUE, name -> ResourceName.of(collection, name));
    }

    private List<Resource> versions(Collection collection, String name, Map<String, String> query, int limit)
            throws WorkspaceException, InterruptedException {
        String path = place.id() + "/" + collection.segment() + "/" + name + "/versions";
        return list(path, query, limit, version -> ResourceName.of(collection, name, version));
    }

    private List<Resource> list(String path, Map<String, String> query, int limit, Function<String, ResourceName> name)
            throws WorkspaceException, InterruptedException {
        List<Resource> found = new ArrayList<>();
        for (JsonNode body : manager.list(path, query, limit)) {
            found.add(resource(name.apply(body.path("name").asText("0")), body));
        }
        return found;
    }

    @Override
    public Resource put(ResourceName name, ObjectNode body) throws WorkspaceException, InterruptedException {
        return resource(name, manager.put(path(name), headers(name), body));
    }

    private Map<HttpHeaderName, String> headers(ResourceName name) throws WorkspaceException, InterruptedException {
        if (name.collection() != Collection.JOB) {
            return Map.of();
        }
        TokenRequestContext request = new TokenRequestContext().addScopes(connection.machineLearningScope());
        String token = Failures.explained(
                "a token for " + connection.machineLearningScope(),
                () -> http.credential().getTokenSync(request).getToken());
        return Map.of(OWN_TOKEN, token);
    }

    @Override
    public BlobContainer startUpload(ResourceName name) throws WorkspaceException, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("pendingUploadType", "TemporaryBlobReference");
        return uploads.pending(manager.post(path(name) + "/startPendingUpload", body));
    }

    @Override
    public BlobContainer datastore(String datastore) throws WorkspaceException, InterruptedException {
        return uploads.datastore(datastore);
    }

    private String path(ResourceName name) {
        return place.id() + "/" + name.path();
    }

    /** The service has its own idea of a resource's name; in a registry, only one of the two forms of an id can be referred to. */
    private Resource resource(ResourceName asked, JsonNode body) {
        String id = body.path("id").asText("");
        ResourceName name = ResourceName.inId(id).orElse(asked);
        boolean own = place.kind() == Place.Kind.REGISTRY || id.isEmpty();
        return new Resource(name, own ? place.idOf(name) : id, body);
    }
}
