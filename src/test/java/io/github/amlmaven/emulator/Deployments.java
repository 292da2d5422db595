package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;

/** What is behind an endpoint: a pipeline component or a model. */
final class Deployments implements Kind {
    private final boolean batch;

    private Deployments(boolean batch) {
        this.batch = batch;
    }

    static Deployments batch() {
        return new Deployments(true);
    }

    static Deployments online() {
        return new Deployments(false);
    }

    @Override
    public String path() {
        return batch ? "batchEndpoints/deployments" : "onlineEndpoints/deployments";
    }

    @Override
    public String noun() {
        return "deployment";
    }

    @Override
    public boolean longRunning() {
        return true;
    }

    /** "Troubleshoot online endpoint deployment" of the documentation: 409, an operation is already in progress. */
    @Override
    public boolean oneAtATime() {
        return true;
    }

    @Override
    public Optional<Set<String>> patchable() {
        return Optional.of(Set.of("description"));
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        Body body = new Body(put.body());
        body.text(put.body(), "location");
        body.check();
        if (!put.world().store().has(put.id().parent())) {
            throw Refusal.notFound("endpoint", put.id().parent().name());
        }
        checkModel(sent, put.world());
        put.world().checkThere("compute", sent.path("compute").asText());
        put.world().checkThere("environment", sent.path("environmentId").asText());
        ObjectNode answer = Json.object();
        answer.put("description", Json.text(sent, "description").orElse(null));
        answer.set("properties", Json.texts(sent, "properties"));
        sent.properties().stream()
                .filter(member -> !answer.has(member.getKey()))
                .forEach(member -> answer.set(member.getKey(), member.getValue().deepCopy()));
        answer.put("provisioningState", "Succeeded");
        return new Stored(put.before().isPresent() ? 200 : 201, put.id(), Endpoints.tracked(put, answer));
    }

    private void checkModel(ObjectNode sent, World world) throws Refusal {
        ObjectNode configuration = Json.child(sent, "deploymentConfiguration");
        String type = configuration.path("deploymentConfigurationType").asText();
        if (batch && type.equals("PipelineComponent")) {
            String id = configuration.path("componentId").path("assetId").asText();
            if (id.isEmpty()) {
                throw invalid("DeploymentConfiguration.ComponentId", "Component Id");
            }
            world.checkThere("component", id);
        } else if (sent.path("model").isMissingNode() || sent.path("model").isNull()) {
            throw invalid("ModelConfiguration.ModelReference", "Model Reference");
        } else {
            world.checkThere(
                    "model",
                    batch
                            ? sent.path("model").path("assetId").asText()
                            : sent.path("model").asText());
        }
    }

    private static Refusal invalid(String property, String name) {
        return new Refusal(
                400,
                "UserError",
                "The Deployment request provided has the following validation errors."
                        + " Please resolve them and try again.\nErrors:\n[\n  {\n    \"PropertyName\": \"" + property
                        + "\",\n    \"ErrorMessage\": \"'" + name
                        + "' must not be empty.\",\n    \"ErrorCode\": \"ArgumentNullOrEmpty\"\n  }\n]\n",
                "BadArgument",
                "ArgumentInvalid",
                "InvalidInputArguments");
    }

    @Override
    public void checkDelete(Resource resource, World world) throws Refusal {
        Optional<Resource> endpoint = world.store().get(resource.id().parent());
        boolean isDefault = endpoint.isPresent()
                && endpoint.get()
                        .properties()
                        .path("defaults")
                        .path("deploymentName")
                        .asText()
                        .equals(resource.id().name());
        if (isDefault) {
            throw Refusal.invalid(
                    "The deployment " + resource.id().name() + " is the default of its endpoint and can't be deleted.");
        }
    }
}
