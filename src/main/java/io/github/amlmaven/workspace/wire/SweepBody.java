package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A job that tries a command with many parameters. */
final class SweepBody {
    private SweepBody() {}

    static ObjectNode of(Definition definition, References references, Report report) {
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("jobType", "Sweep");
        JobFields.common(definition, fields, references, properties);
        ObjectNode trial = properties.putObject("trial");
        JsonNode written = fields.value("trial").orElse(JsonNodeFactory.instance.objectNode());
        // A file is a component of its own; a job of its own holds what it says.
        JsonNode tree = written.isTextual() ? references.links().content(written.asText()) : written;
        Fields what = new Fields(tree, fields.at("trial"), report);
        CommandBody.what(what, references, trial);
        Search search = new Search(Style.CONTRACT);
        search.put(fields, properties);
        RunSettings run = new RunSettings(Style.CONTRACT);
        run.put(fields, "queue_settings", run::queue, properties);
        if (!trial.has("resources")) {
            // The contract has a place for them in the trial alone.
            run.put(fields, "resources", run::resources, trial);
        }
        fields.skip("resources");

        JobFields.bind(fields, references, report, properties);
        fields.refuseRest();
        return properties;
    }
}
