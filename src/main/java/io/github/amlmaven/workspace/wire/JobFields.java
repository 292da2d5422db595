package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.tree.TreePath;
import java.util.Optional;

/** What every job has. */
final class JobFields {
    private JobFields() {}

    static void common(Definition definition, Fields fields, References references, ObjectNode properties) {
        fields.skip("$schema", "type", "name");
        fields.text("display_name").ifPresent(text -> properties.put("displayName", text));
        fields.text("experiment_name")
                .or(() -> folder(definition))
                .ifPresent(text -> properties.put("experimentName", text));
        properties.put("isArchived", false);
        Common.describe(fields, properties);
        fields.text("compute")
                .ifPresent(text ->
                        properties.put("computeId", references.id(RemoteKind.COMPUTE, text, fields.at("compute"))));
        fields.fields("identity").ifPresent(identity -> properties.set("identity", Identity.camel(identity)));
    }

    static void bind(Fields fields, References references, Report report, ObjectNode properties) {
        Values values = new Values(references, report, Style.CONTRACT);
        ObjectNode inputs = values.inputs(fields.entries("inputs"), fields.at("inputs"));
        ObjectNode outputs = values.outputs(fields.entries("outputs"), fields.at("outputs"));
        properties.set("inputs", inputs);
        properties.set("outputs", outputs);
    }

    /** Azure's client calls the experiment after the folder that it is run in, which as a rule is that of the definition. */
    private static Optional<String> folder(Definition definition) {
        TreePath path = definition.id().path();
        return path.parent().isRoot()
                ? Optional.empty()
                : Optional.of(path.parent().name());
    }
}
