package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Id.Scope;
import java.util.List;
import java.util.UUID;

/** What there is from the start: a workspace with its datastore and two compute targets, and a registry. */
final class Homes {
    /** How the name of a workspace's container begins. The rest is its own for each emulator, since several may share their blobs. */
    static final String BLOBSTORE = "azureml-blobstore-";

    private final World world;

    Homes(World world) {
        this.world = world;
    }

    void workspace(Scope scope, String workspaceId, Principal principal, String storageSuffix) {
        String around = "/subscriptions/" + scope.subscription() + "/resourceGroups/" + scope.group() + "/providers/";
        ObjectNode answer = Json.object();
        answer.putObject("properties")
                .put("friendlyName", scope.name())
                .put("description", "")
                .put("storageAccount", around + "Microsoft.Storage/storageAccounts/" + Azurite.ACCOUNT)
                .put("keyVault", around + "Microsoft.Keyvault/vaults/emulator")
                .put("applicationInsights", around + "Microsoft.insights/components/emulator")
                .put("hbiWorkspace", false)
                .put("tenantId", principal.tenantId())
                .putNull("imageBuildCompute")
                .put("provisioningState", "Succeeded")
                .put("v1LegacyMode", false)
                .put("workspaceId", workspaceId)
                .put("publicNetworkAccess", "Enabled")
                .put("discoveryUrl", world.address() + "/discovery")
                .put("mlFlowTrackingUri", "azureml://" + world.address().getAuthority() + "/mlflow/v1.0" + scope);
        common(answer).put("kind", "Default");
        put(new Id(scope, List.of(), List.of()), answer);
        datastore(scope, storageSuffix);
        compute(scope, "cpu-cluster", "STANDARD_DS3_V2");
        compute(scope, "cpu-cluster-large", "STANDARD_DS5_V2");
    }

    void registry(Scope scope) {
        ObjectNode answer = Json.object();
        answer.putObject("properties")
                .put(
                        "discoveryUrl",
                        world.address() + "/registrymanagement/v1.0/registries/" + scope.name() + "/discovery")
                .put("publicNetworkAccess", "Enabled");
        put(new Id(scope, List.of(), List.of()), common(answer));
    }

    private ObjectNode common(ObjectNode answer) {
        answer.put("location", world.location());
        answer.putObject("tags");
        answer.putObject("identity").put("type", "SystemAssigned");
        answer.putObject("sku").put("name", "Basic").put("tier", "Basic");
        return answer;
    }

    private void datastore(Scope scope, String storageSuffix) {
        ObjectNode answer = Json.object();
        ObjectNode properties = answer.putObject("properties")
                .putNull("description")
                .put("isDefault", true)
                .put("subscriptionId", scope.subscription())
                .put("resourceGroup", scope.group())
                .put("datastoreType", "AzureBlob")
                .put("accountName", Azurite.ACCOUNT)
                .put("containerName", BLOBSTORE + UUID.randomUUID())
                .put("endpoint", storageSuffix)
                .put("protocol", "https")
                .put("serviceDataAccessAuthIdentity", "WorkspaceSystemAssignedIdentity");
        properties.putObject("tags");
        properties.putObject("properties");
        properties.putObject("credentials").put("credentialsType", "AccountKey");
        put(scope.id("datastores", "workspaceblobstore"), answer);
    }

    private void compute(Scope scope, String name, String size) {
        ObjectNode answer = Json.object().put("location", world.location());
        answer.putObject("properties")
                .put("computeType", "AmlCompute")
                .put("provisioningState", "Succeeded")
                .put("disableLocalAuth", false)
                .putObject("properties")
                .put("vmSize", size)
                .put("vmPriority", "Dedicated");
        put(scope.id("computes", name), answer);
    }

    private void put(Id id, ObjectNode answer) {
        world.store().put(id, answer, answer);
    }
}
