package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A code version: where its files were uploaded, and the hash that finds it again. */
final class CodeBody {
    /** The one version of the hash that there is. */
    private static final String HASH_VERSION = "202208";

    private CodeBody() {}

    static Body of(String uri, String hash) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("codeUri", uri);
        properties.put("isAnonymous", false);
        properties.put("isArchived", false);
        properties.putObject("properties").put("hash_sha256", hash).put("hash_version", HASH_VERSION);
        return new Body(body, List.of());
    }
}
