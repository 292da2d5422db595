package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bodies that Azure's own contract allows, where its schemas are on this machine. */
final class Contract {
    private static final String OLD = "2024-04-01";
    private static final String NEW = "2026-05-01";

    /** Draft 7, and two words that the schemas have besides. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft7())
            .keyword(new NonValidationKeyword("$defs"))
            .keyword(new NonValidationKeyword("x-known-values"))
            .build();

    private final Path folder;
    private final Map<String, ObjectNode> files = new ConcurrentHashMap<>();
    private final Map<String, Optional<Schema>> schemas = new ConcurrentHashMap<>();

    /** Takes a folder with {@code put-bodies.VERSION.json} and {@code responses.VERSION.json}; without them nothing is checked. */
    Contract(Path folder) {
        this.folder = folder;
    }

    boolean isThere() {
        return Files.isDirectory(folder);
    }

    /** What is wrong with a body that is to be PUT. */
    List<String> ofPut(String armType, String apiVersion, JsonNode body) {
        return errors("put-bodies", armType, apiVersion, body);
    }

    /** What is wrong with a body that is answered. */
    List<String> ofAnswer(String armType, String apiVersion, JsonNode body) {
        return errors("responses", armType, apiVersion, body);
    }

    private List<String> errors(String what, String armType, String apiVersion, JsonNode body) {
        // Of previews and of older versions there are no schemas.
        if (!isThere() || apiVersion.endsWith("-preview") || apiVersion.compareTo(OLD) < 0) {
            return List.of();
        }
        String version = apiVersion.compareTo("2025") < 0 ? OLD : NEW;
        return schemas.computeIfAbsent(what + " " + version + " " + armType, key -> schema(what, version, armType))
                .map(schema -> schema.validate(body.toString(), InputFormat.JSON).stream()
                        .map(Object::toString)
                        .toList())
                .orElse(List.of());
    }

    private Optional<Schema> schema(String what, String version, String armType) {
        ObjectNode file = files.computeIfAbsent(what + "." + version + ".json", this::read);
        JsonNode resource = file.path("resources").path(armType);
        if (resource.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode schema = Json.object();
        schema.set("$defs", file.get("$defs"));
        schema.putArray("allOf").add(resource);
        return Optional.of(SchemaRegistry.withDefaultDialect(DIALECT).getSchema(schema.toString(), InputFormat.JSON));
    }

    private ObjectNode read(String name) {
        try {
            return (ObjectNode) Json.read(Files.readAllBytes(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
