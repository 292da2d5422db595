package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;

/** A component version of any type. */
final class ComponentBody {
    /** A flow says where its code lies as a URL, and an import is a private preview. */
    private static final Set<String> UNSUPPORTED = Set.of("promptflow_parallel", "import");

    private ComponentBody() {}

    static Body of(Definition definition, AssetName name, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        String type = ComponentType.of(definition.tree());
        if (UNSUPPORTED.contains(type)) {
            report.problem(
                    JsonPointer.empty(),
                    "A component of type '" + type + "' is not published.",
                    "Register it with Azure's own tools, and refer to it as azureml:<name>:<version>.");
            return report.body(JsonNodeFactory.instance.objectNode());
        }
        ObjectNode spec = new ComponentSpec(new References(links, report), report).of(definition.tree(), name);
        return report.body(around(spec, name, definition));
    }

    static ObjectNode around(ObjectNode spec, AssetName name, Definition definition) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.set("componentSpec", spec);
        if (spec.hasNonNull("description")) {
            properties.set("description", spec.get("description"));
        }
        properties.put("isAnonymous", name.anonymous());
        boolean pipeline = spec.path("type").asText().equals("pipeline");
        if (!pipeline) {
            properties.put("isArchived", false);
        }
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), new Report(definition.id()));
        Common.texts(fields, "properties", properties);
        Common.texts(fields, "tags", properties);
        if (!name.anonymous() && !pipeline) {
            // Azure's client asks for it before it registers the same content again.
            properties.withObjectProperty("properties").put("client_component_hash", hash(spec, Set.of("version")));
        }
        return body;
    }

    /**
     * What a component is called that has no name.
     *
     * @param spec its {@code componentSpec}
     * @return a UUID over its content, the same that Azure's client makes
     */
    static String anonymousVersion(JsonNode spec) {
        return hash(spec, Set.of("name", "id", "version"));
    }

    private static String hash(JsonNode spec, Set<String> without) {
        Set<String> all = new HashSet<>(without);
        if (spec.path("type").asText().equals("pipeline")) {
            all.add("sourceJobId");
        }
        all.add("_source");
        return PythonJson.uuid(spec, all);
    }
}
