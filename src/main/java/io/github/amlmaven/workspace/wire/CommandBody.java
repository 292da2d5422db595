package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;

/** A job that runs one command. */
final class CommandBody {
    private CommandBody() {}

    static ObjectNode of(Definition definition, References references, Report report) {
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("jobType", "Command");
        JobFields.common(definition, fields, references, properties);
        what(fields, references, properties);
        RunSettings run = new RunSettings(Style.CONTRACT);
        run.put(fields, "limits", run::limits, properties);
        run.put(fields, "queue_settings", run::queue, properties);
        run.services(fields, properties);
        JobFields.bind(fields, references, report, properties);
        fields.refuseRest();
        return properties;
    }

    /** What runs: of a job, as of the trials of a sweep. */
    static void what(Fields fields, References references, ObjectNode properties) {
        fields.text("code")
                .ifPresent(text -> properties.put("codeId", references.id(RemoteKind.CODE, text, fields.at("code"))));
        fields.text("command").ifPresent(text -> properties.put("command", text));
        if (!fields.has("command")) {
            fields.problem("command", "There is nothing to run.", "Write a 'command'.");
        }
        fields.text("environment")
                .ifPresent(text -> properties.put(
                        "environmentId", references.id(RemoteKind.ENVIRONMENT, text, fields.at("environment"))));
        Common.texts(fields, "environment_variables", properties, "environmentVariables");
        RunSettings run = new RunSettings(Style.CONTRACT);
        run.put(fields, "distribution", run::distribution, properties);
        run.put(fields, "resources", run::resources, properties);
        fields.skip("additional_includes");
    }
}
