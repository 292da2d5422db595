package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.workspace.Collection;
import java.util.Locale;
import java.util.Set;

/** Which collection a definition belongs to: of endpoints and deployments there are two kinds, and no field tells them apart. */
final class Published {
    private static final Set<String> ONLINE_ONLY = Set.of(
            "instance_type", "liveness_probe", "readiness_probe", "request_settings", "scale_settings", "traffic");

    private Published() {}

    static Collection as(Definition definition) {
        return switch (definition.id().kind()) {
            case COMPONENT -> Collection.COMPONENT;
            case ENVIRONMENT -> Collection.ENVIRONMENT;
            case DATA -> Collection.DATA;
            case MODEL -> Collection.MODEL;
            case PIPELINE, JOB -> Collection.JOB;
            case SCHEDULE -> Collection.SCHEDULE;
            case ENDPOINT -> isOnline(definition.tree()) ? Collection.ONLINE_ENDPOINT : Collection.BATCH_ENDPOINT;
            case DEPLOYMENT -> isOnline(definition.tree()) ? Collection.ONLINE_DEPLOYMENT : Collection.BATCH_DEPLOYMENT;
            case COMPUTE, DATASTORE, RUN_CONFIGURATION, RECORD ->
                throw new IllegalArgumentException(definition.id() + " is recorded, and never published");
        };
    }

    private static boolean isOnline(JsonNode tree) {
        String schema = tree.path("$schema").asText("").toLowerCase(Locale.ROOT);
        if (schema.contains("batch")) {
            return false;
        }
        if (schema.contains("online")) {
            return true;
        }
        // A batch endpoint takes tokens of Azure Active Directory alone.
        String authentication = tree.path("auth_mode").asText("aad_token");
        return !authentication.equals("aad_token") || ONLINE_ONLY.stream().anyMatch(tree::has);
    }
}
