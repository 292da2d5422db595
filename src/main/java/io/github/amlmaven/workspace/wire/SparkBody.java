package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.List;

/** A job that runs on Spark. */
final class SparkBody {
    private static final List<String> FILES = List.of("py_files", "jars", "files", "archives");

    private SparkBody() {}

    static ObjectNode of(Definition definition, References references, Report report) {
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        properties.put("jobType", "Spark");
        JobFields.common(definition, fields, references, properties);
        fields.text("code")
                .ifPresent(text -> properties.put("codeId", references.id(RemoteKind.CODE, text, fields.at("code"))));
        fields.text("environment")
                .ifPresent(text -> properties.put(
                        "environmentId", references.id(RemoteKind.ENVIRONMENT, text, fields.at("environment"))));
        fields.fields("entry").ifPresent(entry -> properties.set("entry", entry(entry, Style.CONTRACT)));
        for (String key : FILES) {
            fields.value(key).ifPresent(value -> properties.set(Style.camel(key), list(value)));
        }
        fields.text("args").ifPresent(text -> properties.put("args", text));
        Common.texts(fields, "conf", properties);
        if (!fields.has("identity")) {
            properties.putObject("identity").put("identityType", fields.has("compute") ? "Managed" : "UserIdentity");
        }
        fields.fields("resources").ifPresent(resources -> properties.set("resources", resources(resources)));
        JobFields.bind(fields, references, report, properties);
        fields.refuseRest();
        return properties;
    }

    /** Either a file or a class. */
    static ObjectNode entry(Fields fields, Style style) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        boolean python = fields.has("file");
        fields.text("file").ifPresent(text -> entry.put("file", text));
        fields.text("class_name").ifPresent(text -> entry.put(style.key("class_name"), text));
        entry.put(style.key("spark_job_entry_type"), python ? "SparkJobPythonEntry" : "SparkJobScalaEntry");
        fields.refuseRest();
        return entry;
    }

    private static ObjectNode resources(Fields fields) {
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        fields.text("instance_type").ifPresent(text -> resources.put("instanceType", text));
        fields.text("runtime_version").ifPresent(text -> resources.put("runtimeVersion", text));
        fields.refuseRest();
        return resources;
    }

    private static JsonNode list(JsonNode value) {
        return value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
    }
}
