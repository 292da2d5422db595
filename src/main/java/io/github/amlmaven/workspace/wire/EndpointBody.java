package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Locale;
import java.util.Map;

/** A batch or an online endpoint. */
final class EndpointBody {
    private static final Map<String, String> BATCH = Map.of("aad_token", "aadToken", "aadtoken", "aadToken");
    private static final Map<String, String> ONLINE =
            Map.of("key", "Key", "aml_token", "AMLToken", "aad_token", "AADToken", "amltoken", "AMLToken");

    private EndpointBody() {}

    static Body batch(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = resource(fields, links);
        ObjectNode properties = body.putObject("properties");
        authentication(fields, BATCH, "aad_token", properties);
        describe(fields, properties);
        fields.fields("defaults").ifPresent(defaults -> {
            defaults.text("deployment_name")
                    .ifPresent(text -> properties.putObject("defaults").put("deploymentName", text));
            defaults.refuseRest();
        });
        fields.refuseRest();
        return report.body(body);
    }

    static Body online(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = resource(fields, links);
        ObjectNode properties = body.putObject("properties");
        authentication(fields, ONLINE, "key", properties);
        describe(fields, properties);
        fields.value("traffic").ifPresent(value -> properties.set("traffic", value));
        fields.value("mirror_traffic").ifPresent(value -> properties.set("mirrorTraffic", value));
        fields.text("public_network_access")
                .ifPresent(text -> properties.put("publicNetworkAccess", Style.pascal(text.toLowerCase(Locale.ROOT))));
        fields.text("compute")
                .ifPresent(text -> properties.put(
                        "compute", new References(links, report).id(RemoteKind.COMPUTE, text, fields.at("compute"))));
        ObjectNode identity = body.putObject("identity");
        identity.put("type", "SystemAssigned");
        fields.fields("identity").ifPresent(written -> identity(written, identity));
        fields.refuseRest();
        return report.body(body);
    }

    private static void identity(Fields written, ObjectNode identity) {
        written.text("type").ifPresent(text -> identity.put("type", Style.pascal(text)));
        written.value("user_assigned_identities").ifPresent(value -> {
            ObjectNode all = identity.putObject("userAssignedIdentities");
            value.forEach(one -> all.putObject(one.path("resource_id").asText(one.asText())));
        });
        written.refuseRest();
    }

    static ObjectNode resource(Fields fields, Links links) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("location", fields.text("location").orElse(links.location()));
        Common.texts(fields, "tags", body);
        fields.skip("$schema", "name", "type", "tags");
        return body;
    }

    static void describe(Fields fields, ObjectNode properties) {
        fields.text("description").ifPresent(text -> properties.put("description", text));
        Common.texts(fields, "properties", properties);
    }

    private static void authentication(
            Fields fields, Map<String, String> words, String byDefault, ObjectNode properties) {
        String written = fields.text("auth_mode").orElse(byDefault);
        String word = words.get(written.toLowerCase(Locale.ROOT));
        if (word == null) {
            fields.problem(
                    "auth_mode",
                    "'" + written + "' is no way to authenticate here.",
                    "Write one of: "
                            + String.join(", ", words.keySet().stream().sorted().toList()) + ".");
        }
        properties.put("authMode", word);
    }
}
