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

    private PipelineBody(Definition definition, References references, Report report) {
        this.definition = definition;
        this.references = references;
        this.report = report;
    }

    static ObjectNode of(Definition definition, References references, Report report) {
        return new PipelineBody(definition, references, report).properties();
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
        JobFields.bind(fields, references, report, properties);
        properties.set("settings", settings(fields));
        new RunSettings(Style.CONTRACT).services(fields, properties);
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
