package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.amlmaven.Shared;
import io.github.amlmaven.workspace.Collection;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The REST contract of one version, for bodies of requests. */
final class Contract {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<Collection, Schema> schemas = new EnumMap<>(Collection.class);

    Contract(String version) throws IOException {
        JsonNode all = JSON.readTree(
                Shared.path("contract/put-bodies." + version + ".json").toFile());
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);
        for (Collection collection : Collection.values()) {
            String type = "Microsoft.MachineLearningServices/workspaces/" + collection.segment()
                    + collection.members().map(members -> "/" + members).orElse("");
            JsonNode resource = all.path("resources").path(type);
            if (!resource.isMissingNode()) {
                ObjectNode schema = JSON.createObjectNode().put("$schema", "http://json-schema.org/draft-07/schema#");
                schema.set("$defs", all.path("$defs"));
                schema.putArray("allOf").add(resource);
                schemas.put(collection, registry.getSchema(schema.toString(), InputFormat.JSON));
            }
        }
    }

    /** Why a body is none; empty when the contract takes it. */
    List<String> errors(Collection collection, JsonNode body) {
        Schema schema = Objects.requireNonNull(schemas.get(collection), collection.segment());
        return schema.validate(body.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                // The contract was read from Bicep, which has no fractions: there an integer is any number.
                .filter(error -> !error.endsWith("number found, integer expected"))
                .toList();
    }
}
