package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Optional;
import java.util.Set;

/** A schedule: when to run, and the whole job that is then run. */
final class ScheduleBody {
    /** Of these, an override replaces entries; of all else, the whole. */
    private static final Set<String> MERGED = Set.of("inputs", "outputs", "settings", "tags", "properties");

    private final Definition definition;
    private final References references;
    private final Report report;

    private ScheduleBody(Definition definition, Links links, Report report) {
        this.definition = definition;
        this.references = new References(links, report);
        this.report = report;
    }

    static Body of(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", new ScheduleBody(definition, links, report).properties());
        return report.body(body);
    }

    private ObjectNode properties() {
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        fields.text("display_name").ifPresent(text -> properties.put("displayName", text));
        Common.describe(fields, properties);
        fields.value("is_enabled").ifPresent(value -> properties.set("isEnabled", value));
        Optional<Fields> trigger = fields.fields("trigger");
        trigger.ifPresent(when -> properties.set("trigger", Trigger.of(when)));
        if (trigger.isEmpty()) {
            fields.problem("trigger", "A schedule needs a 'trigger'.", "Say when it runs.");
        }
        Optional<JsonNode> job = fields.value("create_job");
        boolean monitor = refused(
                fields,
                "create_monitor",
                "A schedule that creates a monitor is not published: Azure's client and the contract of the REST API do not"
                        + " agree on its body.");
        boolean data = refused(
                fields,
                "import_data",
                "A schedule that imports data is not published: the contract of the REST API has none.");
        if (job.isEmpty() && !monitor && !data) {
            fields.problem("create_job", "A schedule needs a 'create_job'.", "Say what it runs.");
        }
        job.ifPresent(what -> properties
                .putObject("action")
                .put("actionType", "CreateJob")
                .set("jobDefinition", job(what, fields.at("create_job"))));
        fields.skip("$schema", "name", "type");
        fields.refuseRest();
        return properties;
    }

    private static boolean refused(Fields fields, String action, String why) {
        boolean there = fields.value(action).isPresent();
        if (there) {
            fields.problem(action, why, "Leave the file out of aml.definitions, and create it with `az ml schedule`.");
        }
        return there;
    }

    private ObjectNode job(JsonNode job, JsonPointer at) {
        if (!job.isObject()) {
            return job(job.asText(), JsonNodeFactory.instance.objectNode(), at);
        }
        ObjectNode overrides = job.deepCopy();
        overrides.remove("job");
        return job(job.path("job").asText(), overrides, at.appendProperty("job"));
    }

    private ObjectNode job(String reference, ObjectNode overrides, JsonPointer at) {
        if (reference.startsWith("snapshot:")) {
            return embedded(references.links().content(reference), overrides);
        }
        overrides.put("type", "pipeline");
        // Azure's client sends the bare name for an id; the service has always answered with this.
        ObjectNode job = overrides.size() == 1
                ? JsonNodeFactory.instance
                        .objectNode()
                        .put("jobType", "Pipeline")
                        .put("isArchived", false)
                : embedded(overrides, JsonNodeFactory.instance.objectNode());
        if (!job.has("experimentName")) {
            job.put("experimentName", "");
        }
        return job.put("sourceJobId", references.id(RemoteKind.JOB, reference, at));
    }

    private ObjectNode embedded(JsonNode job, ObjectNode overrides) {
        ObjectNode tree = job.deepCopy();
        overrides.properties().forEach(field -> {
            JsonNode before = tree.path(field.getKey());
            if (MERGED.contains(field.getKey())
                    && before.isObject()
                    && field.getValue().isObject()) {
                ((ObjectNode) before).setAll((ObjectNode) field.getValue());
            } else {
                tree.set(field.getKey(), field.getValue());
            }
        });
        ObjectNode properties = JobBody.properties(new Definition(definition.id(), tree), references, report);
        if (!tree.hasNonNull("experiment_name")) {
            properties.remove("experimentName");
        }
        return properties;
    }
}
