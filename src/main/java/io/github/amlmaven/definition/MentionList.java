package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The mentions of a definition as they are found. What is no reference, or is missing, adds nothing. */
final class MentionList {
    private final List<Mention> found = new ArrayList<>();

    void add(Mention mention) {
        found.add(mention);
    }

    List<Mention> all() {
        return List.copyOf(found);
    }

    /** A definition: a mapping, or a reference to one. */
    void definition(JsonNode value, JsonPointer at, AssetKind kind) {
        if (value.isObject()) {
            found.add(new Mention.Inline(at, kind));
        } else if (isReference(value)) {
            found.add(new Mention.Definition(at, value.asText(), Optional.of(kind)));
        }
    }

    /** What only the workspace or a registry has. */
    void remote(JsonNode value, JsonPointer at, RemoteKind kind) {
        if (isReference(value)) {
            found.add(new Mention.Remote(at, value.asText(), kind));
        }
    }

    void files(JsonNode value, JsonPointer at, RemoteKind kind) {
        files(value, at, kind, Optional.empty());
    }

    /** Files, or a remote of that kind; below a folder, where one is said. */
    void files(JsonNode value, JsonPointer at, RemoteKind kind, Optional<String> below) {
        if (isReference(value)) {
            found.add(new Mention.Files(at, value.asText(), kind, below));
        }
    }

    /** What stands in the folder of some code. */
    void inCode(JsonNode value, JsonPointer at, String code) {
        if (isReference(value)) {
            found.add(new Mention.InCode(at, value.asText(), code));
        }
    }

    /** A text in a field that is not known, which says itself what it is. */
    void anywhere(JsonNode value, JsonPointer at) {
        String text = value.asText("");
        if (value.isTextual() && (text.startsWith("azureml:") || text.startsWith("file:"))) {
            found.add(new Mention.Definition(at, text, Optional.empty()));
        }
    }

    /** An expression such as {@code ${{parent.inputs.x}}} is bound when the pipeline runs. */
    static boolean isReference(JsonNode value) {
        return value.isTextual()
                && !value.asText().isBlank()
                && !value.asText().stripLeading().startsWith("${{");
    }
}
