package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The nodes of a pipeline, in a component, a job or a schedule. */
final class Pipelines {
    private Pipelines() {}

    /** Says no where a node refers to a component or a compute target that is not there. */
    static void checkReferences(JsonNode jobs, World world) throws Refusal {
        for (Map.Entry<String, JsonNode> node : jobs.properties()) {
            JsonNode job = node.getValue();
            if (!job.isObject()) {
                throw Refusal.invalid("jobs." + node.getKey() + ": An object is expected.");
            }
            world.checkThere("component", job.path("componentId").asText());
            world.checkThere("component", job.path("trial").asText());
            world.checkThere("compute", job.path("computeId").asText());
            for (Map.Entry<String, JsonNode> input : job.path("inputs").properties()) {
                world.checkThere("data", input.getValue().path("uri").asText());
            }
        }
    }

    /** A copy without where things came from and without what is null, for comparing. */
    static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            ObjectNode copy = Json.object();
            object.properties().stream()
                    .filter(member -> !member.getKey().equals("_source")
                            && !member.getValue().isNull())
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(member -> copy.set(member.getKey(), plain(member.getValue())));
            return copy;
        }
        if (node instanceof ArrayNode array) {
            ArrayNode copy = Json.MAPPER.createArrayNode();
            array.forEach(element -> copy.add(plain(element)));
            return copy;
        }
        return node;
    }
}
