package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;

/** A model version: where its files are, and of what kind. */
final class ModelBody {
    private ModelBody() {}

    static Body of(Definition definition, AssetName name, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put("modelType", fields.text("type").orElse("custom_model"));
        References references = new References(links, report);
        fields.text("path")
                .ifPresent(text ->
                        properties.put("modelUri", references.uri(RemoteKind.MODEL, text, fields.at("path"), false)));
        if (!fields.has("path")) {
            fields.problem("path", "A model needs a 'path'.", "Write where it is.");
        }
        fields.entries("flavors").forEach((flavor, data) -> properties
                .withObjectProperty("flavors")
                .putObject(flavor)
                .set("data", data));
        fields.text("stage").ifPresent(text -> properties.put("stage", text));
        fields.text("job_name").ifPresent(text -> properties.put("jobName", text));
        properties.put("isAnonymous", name.anonymous());
        properties.put("isArchived", false);
        Common.describe(fields, properties);
        fields.skip("$schema", "name", "version", "datastore");
        fields.refuseRest();
        return report.body(body);
    }
}
