package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;

/** A data version: where the data is, and of what kind. */
final class DataBody {
    private DataBody() {}

    static Body of(Definition definition, AssetName name, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("dataType", fields.text("type").orElse("uri_folder"));
        References references = new References(links, report);
        fields.text("path")
                .ifPresent(text ->
                        properties.put("dataUri", references.uri(RemoteKind.DATA, text, fields.at("path"), false)));
        if (!fields.has("path")) {
            fields.problem("path", "Data needs a 'path'.", "Write where it is.");
        }
        properties.put("isAnonymous", name.anonymous());
        properties.put("isArchived", false);
        Common.describe(fields, properties);
        fields.skip("$schema", "name", "version", "datastore");
        fields.refuseRest();
        return report.body(body);
    }
}
