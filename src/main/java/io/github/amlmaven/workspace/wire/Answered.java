package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A resource as the service answers it, made fit to be sent again. What is answered is more than can be sent. */
public final class Answered {
    /** The members of a tracked resource that Azure Resource Manager takes. */
    private static final List<String> TAKEN = List.of("location", "tags", "kind", "sku", "identity", "properties");

    private static final String STEPS = "jobs";

    private Answered() {}

    /**
     * Takes out what the service does not take: what only it may say, and one of two members that it answers together and refuses together.
     *
     * @param answered the resource
     * @return a body that makes it what it is
     */
    public static ObjectNode again(JsonNode answered) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        TAKEN.stream()
                .filter(answered::hasNonNull)
                .forEach(name -> body.set(name, answered.get(name).deepCopy()));
        if (body.path("properties") instanceof ObjectNode properties) {
            properties.remove(List.of("provisioningState", "scoringUri", "swaggerUri"));
            if (properties.path("action").path("jobDefinition") instanceof ObjectNode job) {
                job.remove(List.of("status", "services"));
                if (!job.path(STEPS).isEmpty()) {
                    job.remove("sourceJobId");
                }
            }
        }
        if (body.path("identity") instanceof ObjectNode identity) {
            identity.remove(List.of("principalId", "tenantId"));
            identity.path("userAssignedIdentities").forEach(one -> {
                if (one instanceof ObjectNode assigned) {
                    assigned.removeAll();
                }
            });
        }
        withoutNulls(body);
        return body;
    }

    /** The service answers nothing as null, and takes none; but for the steps of a pipeline, which have no form that it knows. */
    private static void withoutNulls(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> field.getValue().isNull());
            object.properties().stream()
                    .filter(field -> !field.getKey().equals(STEPS))
                    .forEach(field -> withoutNulls(field.getValue()));
        } else {
            node.forEach(Answered::withoutNulls);
        }
    }
}
