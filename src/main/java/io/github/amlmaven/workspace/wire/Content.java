package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.Collection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The part of a resource that makes it what it is, in the form in which what was sent and what is answered are the same. */
final class Content {
    private Content() {}

    /**
     * The content of a resource.
     *
     * @param collection what it is
     * @param body a body, or the service's answer
     * @return a copy without what is filled in, forgotten or rewritten by the service
     */
    static ObjectNode of(Collection collection, JsonNode body) {
        ObjectNode properties = object(body.path("properties"));
        return switch (collection) {
            case COMPONENT -> component(object(properties.path("componentSpec")));
            case ENVIRONMENT -> environment(properties);
            case CODE -> object(properties.path("properties")).retain("hash_sha256", "hash_version");
            case DATA -> slashless(properties.retain("dataType", "dataUri"), "dataUri");
            case MODEL -> slashless(properties.retain("modelType", "modelUri", "flavors"), "modelUri");
            case SCHEDULE -> schedule(properties);
            case JOB -> job(properties);
            case BATCH_ENDPOINT, BATCH_DEPLOYMENT, ONLINE_ENDPOINT, ONLINE_DEPLOYMENT -> endpoint(properties, body);
            case COMPONENT_CONTAINER, COMPUTE, DATASTORE -> properties;
        };
    }

    private static ObjectNode component(ObjectNode spec) {
        // Who it is, where it was read from, and what may be changed later.
        spec.remove(List.of(
                "name",
                "version",
                "$schema",
                "_source",
                "additional_includes",
                "sourceJobId",
                "display_name",
                "description",
                "tags"));
        if (spec.path("type").asText().equals("pipeline")
                && spec.path("is_deterministic").asText().equalsIgnoreCase("false")) {
            // Filled in by the service.
            spec.remove("is_deterministic");
        }
        for (String io : new String[] {"inputs", "outputs"}) {
            for (JsonNode port : spec.path(io)) {
                if (port.path("optional").asText().equalsIgnoreCase("false")) {
                    ((ObjectNode) port).remove("optional");
                }
                if (port instanceof ObjectNode object) {
                    object.remove("description");
                }
            }
        }
        if (spec.path("resources").path("instance_count").asText().equals("1")) {
            ((ObjectNode) spec.get("resources")).remove("instance_count");
        }
        steps(spec.path("jobs"));
        return spec;
    }

    private static void steps(JsonNode jobs) {
        for (JsonNode job : jobs) {
            if (job instanceof ObjectNode step) {
                step.remove("_source");
            }
        }
    }

    private static ObjectNode environment(ObjectNode properties) {
        properties.retain("image", "condaFile", "build", "inferenceConfig", "osType");
        if (properties.path("osType").asText().equalsIgnoreCase("linux")) {
            properties.remove("osType");
        }
        if (properties.hasNonNull("condaFile")) {
            properties.set("condaFile", conda(properties.get("condaFile").asText()));
        }
        if (properties.path("build") instanceof ObjectNode build) {
            slashless(build, "contextUri");
            if (build.path("dockerfilePath").asText().equals("Dockerfile")) {
                build.remove("dockerfilePath");
            }
        }
        return properties;
    }

    /** Sent as YAML, answered as JSON, which is YAML. What is neither is compared as text. */
    private static JsonNode conda(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return Document.read(TreePath.of("conda.yml"), new ByteArrayInputStream(bytes))
                    .root();
        } catch (UnreadableDocumentException e) {
            return TextNode.valueOf(text);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot be read", e);
        }
    }

    private static ObjectNode schedule(ObjectNode properties) {
        properties.remove(List.of("provisioningState", "properties", "tags"));
        if (properties.path("isEnabled").asBoolean(false)) {
            properties.remove("isEnabled");
        }
        if (properties.path("action").path("jobDefinition") instanceof ObjectNode job) {
            job(job);
            String experiment = job.path("experimentName").asText();
            if (experiment.isEmpty() || experiment.equals("Default")) {
                job.remove("experimentName");
            }
        }
        if (properties.path("trigger") instanceof ObjectNode trigger) {
            trigger(trigger);
        }
        return properties;
    }

    private static void trigger(ObjectNode trigger) {
        if (trigger.hasNonNull("frequency")) {
            trigger.put("frequency", trigger.get("frequency").asText().toLowerCase(Locale.ROOT));
        }
        if (trigger.path("schedule").path("weekDays") instanceof ArrayNode days) {
            for (int i = 0; i < days.size(); i++) {
                days.set(i, days.get(i).asText().toLowerCase(Locale.ROOT));
            }
        }
    }

    private static ObjectNode job(ObjectNode job) {
        job.remove(List.of("status", "services", "properties", "isArchived"));
        if (job.path("settings") instanceof ObjectNode settings) {
            settings.remove("_source");
        }
        steps(job.path("jobs"));
        for (JsonNode output : job.path("outputs")) {
            // The service says how it writes where nothing was said.
            if (output.path("mode").asText().equals("ReadWriteMount")) {
                ((ObjectNode) output).remove("mode");
            }
        }
        return job;
    }

    private static ObjectNode endpoint(ObjectNode properties, JsonNode body) {
        if (properties.hasNonNull("authMode")) {
            properties.put("authMode", properties.get("authMode").asText().toLowerCase(Locale.ROOT));
        }
        properties.remove("properties");
        if (body.has("sku")) {
            properties.set("sku", object(body.get("sku")).retain("name", "capacity"));
        }
        return properties;
    }

    private static ObjectNode slashless(ObjectNode object, String key) {
        String uri = object.path(key).asText();
        if (uri.endsWith("/")) {
            object.put(key, uri.substring(0, uri.length() - 1));
        }
        return object;
    }

    private static ObjectNode object(JsonNode node) {
        return node.isObject() ? node.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
