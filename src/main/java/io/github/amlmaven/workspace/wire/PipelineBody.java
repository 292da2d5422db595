package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Map;
import java.util.Optional;

/** A pipeline job. */
final class PipelineBody {
    private final Definition definition;
    private final References references;
    private final Report report;

    private PipelineBody(Definition definition, Links links, Report report) {
        this.definition = definition;
        this.references = new References(links, report);
        this.report = report;
    }

    static Body of(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("properties", new PipelineBody(definition, links, report).properties());
        return report.body(body);
    }

    private ObjectNode properties() {
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("jobType", "Pipeline");
        JobFields.common(definition, fields, references, properties);
        fields.text("component")
                .ifPresent(text -> properties.put(
                        "componentId", references.id(RemoteKind.COMPONENT, text, fields.at("component"))));
        properties.set("jobs", new Nodes(references, report).of(fields.entries("jobs"), fields.at("jobs")));
        Values values = new Values(references, report, false);
        properties.set("inputs", values.inputs(fields.entries("inputs"), fields.at("inputs")));
        properties.set("outputs", values.outputs(fields.entries("outputs"), fields.at("outputs")));
        properties.set("settings", settings(fields));
        fields.refuseRest();
        return properties;
    }

    private ObjectNode settings(Fields fields) {
        ObjectNode settings = JsonNodeFactory.instance.objectNode();
        Map<String, JsonNode> written = fields.entries("settings");
        written.forEach((key, value) -> {
            JsonPointer at = fields.at("settings").appendProperty(key);
            Optional<RemoteKind> kind =
                    switch (key) {
                        case "default_compute" -> Optional.of(RemoteKind.COMPUTE);
                        case "default_datastore" -> Optional.of(RemoteKind.DATASTORE);
                        default -> Optional.empty();
                    };
            if (!value.isNull() && kind.isPresent()) {
                settings.put(key, references.id(kind.get(), value.asText(), at));
            } else if (!value.isNull()) {
                settings.set(key, value);
            }
        });
        settings.put("_source", "YAML.JOB");
        return settings;
    }
}
