package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Batch or online endpoints, which say what is behind them by default or by shares. */
final class Endpoints implements Kind {
    private final boolean batch;

    private Endpoints(boolean batch) {
        this.batch = batch;
    }

    static Endpoints batch() {
        return new Endpoints(true);
    }

    static Endpoints online() {
        return new Endpoints(false);
    }

    @Override
    public String path() {
        return batch ? "batchEndpoints" : "onlineEndpoints";
    }

    @Override
    public String noun() {
        return "endpoint";
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

    /** Identity and tags alone: the default deployment is switched by a PUT. */
    @Override
    public Optional<Set<String>> patchable() {
        return Optional.of(Set.of());
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        Body body = new Body(put.body());
        body.text(put.body(), "location");
        body.text(sent, "authMode");
        body.oneOf(sent, "authMode", "AADToken", "AMLToken", "Key");
        body.check();
        String deployment = sent.path("defaults").path("deploymentName").asText("");
        if (!deployment.isEmpty() && !deployment.equals("null")) {
            put.world()
                    .checkThere(
                            "deployment",
                            put.id()
                                    .scope()
                                    .id("batchEndpoints", put.id().name(), "deployments", deployment)
                                    .toString());
        }
        for (String share : List.of("traffic", "mirrorTraffic")) {
            for (Map.Entry<String, JsonNode> part : sent.path(share).properties()) {
                put.world()
                        .checkThere(
                                "deployment",
                                put.id()
                                        .scope()
                                        .id("onlineEndpoints", put.id().name(), "deployments", part.getKey())
                                        .toString());
            }
        }
        ObjectNode answer = Json.object();
        answer.put("description", Json.text(sent, "description").orElse(null));
        ObjectNode properties = Json.texts(sent, "properties");
        answer.set("properties", properties);
        answer.put("authMode", authMode(sent.path("authMode").asText()));
        String host = put.id().name() + "." + put.world().location() + ".inference.ml.azure.com";
        answer.put("scoringUri", "https://" + host + (batch ? "/jobs" : "/score"));
        answer.putNull("swaggerUri");
        if (batch) {
            properties
                    .put("BatchEndpointCreationApiVersion", put.apiVersion())
                    .put("azureml.onlineendpointid", put.id().toString());
            answer.putObject("defaults").put("deploymentName", deployment.isEmpty() ? null : deployment);
        } else {
            answer.set("traffic", Json.child(sent, "traffic").deepCopy());
            answer.set("mirrorTraffic", Json.child(sent, "mirrorTraffic").deepCopy());
        }
        answer.put("provisioningState", "Succeeded");
        return new Stored(put.before().isPresent() ? 200 : 201, put.id(), tracked(put, answer));
    }

    /** With tags, location and identity beside the properties. */
    static ObjectNode tracked(Put put, ObjectNode properties) {
        ObjectNode answer = Json.object();
        answer.set("properties", properties);
        answer.set("tags", Json.texts(put.body(), "tags"));
        answer.put("location", put.body().path("location").asText());
        for (String member : List.of("identity", "sku")) {
            if (put.body().path(member).isObject()) {
                answer.set(member, put.body().path(member));
            }
        }
        return answer;
    }

    private static String authMode(String sent) {
        return switch (sent.toLowerCase(Locale.ROOT)) {
            case "aadtoken" -> "AADToken";
            case "amltoken" -> "AMLToken";
            default -> "Key";
        };
    }
}
