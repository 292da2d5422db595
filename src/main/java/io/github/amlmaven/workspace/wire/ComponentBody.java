package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** A component version of any type. */
final class ComponentBody {
    private ComponentBody() {}

    static Body of(Definition definition, AssetName name, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
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
        properties.put("isArchived", false);
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), new Report(definition.id()));
        Common.texts(fields, "properties", properties);
        Common.texts(fields, "tags", properties);
        if (!name.anonymous() && !spec.path("type").asText().equals("pipeline")) {
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
    static String anonymousVersion(ObjectNode spec) {
        return hash(spec, Set.of("name", "id", "version"));
    }

    private static String hash(ObjectNode spec, Set<String> without) {
        ObjectNode content = spec.deepCopy();
        content.remove("_source");
        return PythonJson.uuid(content, without);
    }
}
