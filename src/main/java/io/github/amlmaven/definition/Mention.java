package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import java.util.List;
import java.util.Optional;

/** A place in a definition that refers to something, before anything is looked up. */
sealed interface Mention {

    /**
     * Where it stands.
     *
     * @return a pointer from the root of the file
     */
    JsonPointer pointer();

    /**
     * Text that names a definition, in a file of its own or in a workspace.
     *
     * @param kind what it has to be; nothing when the field takes any, as {@code file:} does anywhere
     */
    record Definition(JsonPointer pointer, String text, Optional<AssetKind> kind) implements Mention {}

    /** A definition that is written where it is used. */
    record Inline(JsonPointer pointer, AssetKind kind) implements Mention {}

    /**
     * Text that names files which are taken as they are, or the same in a workspace or on the web.
     *
     * @param below a folder in which to look for them first; nothing for none but that of the definition
     */
    record Files(JsonPointer pointer, String text, RemoteKind remote, Optional<String> below) implements Mention {
        Files(JsonPointer pointer, String text, RemoteKind remote) {
            this(pointer, text, remote, Optional.empty());
        }
    }

    /** A file that Azure ML looks for inside the code. */
    record InCode(JsonPointer pointer, String text, String code) implements Mention {}

    /** Text that is never a file: an image, a compute, a datastore, something registered. */
    record Remote(JsonPointer pointer, String text, RemoteKind kind) implements Mention {}

    /**
     * Code to upload.
     *
     * @param text the folder or file; nothing when there are only additional includes
     * @param includes what is merged into it
     */
    record Code(JsonPointer pointer, Optional<String> text, List<Include> includes) implements Mention {}

    /**
     * One of the additional includes of code.
     *
     * @param location where it stands, which may be a file of its own
     * @param text the path; of a package its name
     * @param isPackage whether it is one that Azure ML's client fetches from a feed of Azure Artifacts
     */
    record Include(Location location, String text, boolean isPackage) {

        /** What stands at a place of a document: a path, or the mapping of a package; nothing when it is neither. */
        static Optional<Include> at(Document document, JsonPointer pointer) {
            JsonNode value = document.root().at(pointer);
            if (value.isObject()) {
                JsonPointer name = pointer.appendProperty("name");
                return Optional.of(
                        new Include(document.textAt(name), value.path("name").asText("package"), true));
            }
            return value.isTextual() && !value.asText().isBlank()
                    ? Optional.of(new Include(document.textAt(pointer), value.asText(), false))
                    : Optional.empty();
        }
    }

    /** The script of an SDK v1 run configuration: its folder is the code. */
    record Script(JsonPointer pointer, String text) implements Mention {}
}
