package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.environment.EnvironmentSpec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The entry of a snapshot that holds a definition. */
final class ResolvedDefinition {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ResolvedDefinition() {}

    /**
     * The entry's content.
     *
     * @param asset the definition
     * @param environment what it is made of, when it is an environment
     * @return JSON in UTF-8: what it is, the definition with its references into the snapshot, and an environment's requirements
     * @throws IOException when the definition is too large for memory
     */
    static byte[] of(Asset asset, Optional<EnvironmentSpec> environment) throws IOException {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        entry.put("kind", asset.id().kind().label());
        entry.put("sdk", sdk(asset));
        entry.put("source", asset.id().source());
        entry.set("definition", Definitions.replaced(asset, reference -> SnapshotReference.to(reference.target())));
        environment.ifPresent(spec -> entry.set("requirements", Requirements.of(spec)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        IndentedJson.write(MAPPER, entry, out);
        return out.toByteArray();
    }

    /**
     * The generation of Azure ML, as the format writes it.
     *
     * @param asset a definition
     * @return {@code v1} or {@code v2}
     */
    static String sdk(Asset asset) {
        return asset.sdk().name().toLowerCase(Locale.ROOT);
    }
}
