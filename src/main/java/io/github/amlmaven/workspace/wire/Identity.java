package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Whom a job runs as. */
final class Identity {
    private static final Map<String, String> TYPES = Map.of(
            "managed", "Managed",
            "managed_identity", "Managed",
            "user", "UserIdentity",
            "user_identity", "UserIdentity",
            "aml_token", "AMLToken");

    private Identity() {}

    /**
     * As the contract has it.
     *
     * @param identity {@code type} and the ids of a managed identity
     * @return {@code identityType}, {@code clientId}, …
     */
    static ObjectNode camel(Fields identity) {
        return of(identity, "identityType", "clientId", "objectId", "resourceId");
    }

    /**
     * As a step of a pipeline has it.
     *
     * @param identity {@code type} and the ids of a managed identity
     * @return {@code identity_type}, {@code client_id}, …
     */
    static ObjectNode snake(Fields identity) {
        return of(identity, "identity_type", "client_id", "object_id", "resource_id");
    }

    private static ObjectNode of(Fields fields, String type, String client, String object, String resource) {
        ObjectNode identity = JsonNodeFactory.instance.objectNode();
        Optional<String> written = fields.text("type");
        String word = written.map(TYPES::get).orElse("");
        if (word.isEmpty()) {
            fields.problem("type", "This is no type of identity.", "Write managed, user_identity or aml_token.");
        }
        identity.put(type, word);
        fields.text("client_id").ifPresent(text -> identity.put(client, text));
        fields.text("object_id").ifPresent(text -> identity.put(object, text));
        fields.text("msi_resource_id")
                .or(() -> fields.text("resource_id"))
                .ifPresent(text -> identity.put(resource, text));
        fields.refuseRest();
        return identity;
    }
}
