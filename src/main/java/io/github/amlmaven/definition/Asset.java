package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import java.util.List;
import java.util.Optional;

/**
 * A definition: a node of the {@link DefinitionGraph}.
 *
 * @param id which
 * @param type Azure ML's type: {@code pipeline}, {@code command}, {@code uri_folder}, …; empty where the kind has none
 * @param sdk the generation of Azure ML that it is written for
 * @param document the file that defines it
 * @param pointer where in the file
 * @param references everything it refers to, in the order of the file; not those of the assets that are written inline in it
 */
public record Asset(
        AssetId id, String type, Sdk sdk, Document document, JsonPointer pointer, List<Reference> references) {

    /** The generations of Azure ML. */
    public enum Sdk {
        /** SDK v1 and CLI v1. */
        V1,
        /** SDK v2 and CLI v2. */
        V2
    }

    /** Takes its own copy of the list. */
    public Asset {
        references = List.copyOf(references);
    }

    /**
     * The definition itself, as written.
     *
     * @return the tree; nothing in it was dropped, renamed or retyped
     */
    public JsonNode definition() {
        return document.root().at(pointer);
    }

    /**
     * Where it begins.
     *
     * @return file, line and column
     */
    public Location location() {
        return document.at(pointer);
    }

    /**
     * Its name.
     *
     * @return the definition's {@code name}, if it has one
     */
    public Optional<String> name() {
        return text("name");
    }

    /**
     * Its version.
     *
     * @return the text of the definition's {@code version}, if it has one: {@code 1.10} is not {@code 1.1}
     */
    public Optional<String> version() {
        return text("version");
    }

    private Optional<String> text(String field) {
        JsonNode value = definition().path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
