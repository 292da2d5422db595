package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.document.YamlText;
import java.util.Locale;
import java.util.Optional;

/** An environment version: an image, packages on top of it, or a Dockerfile with its context. */
final class EnvironmentBody {
    private final Links links;
    private final Report report;

    private EnvironmentBody(Links links, Report report) {
        this.links = links;
        this.report = report;
    }

    static Body of(Definition definition, AssetName name, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        return report.body(new EnvironmentBody(links, report).body(fields, name));
    }

    /**
     * What an environment is called that has no name.
     *
     * @param properties of its body
     * @return 64 hex digits over its content; for an image with packages the same that Azure's client makes
     */
    static String anonymousVersion(JsonNode properties) {
        String hash = PythonJson.sha256(properties.path("image").asText());
        if (properties.has("build") || properties.has("inferenceConfig")) {
            return PythonJson.sha256(PythonJson.text(properties));
        }
        if (properties.has("condaFile")) {
            // Python's a.join(b): a between the characters of b.
            hash = String.join(
                    hash,
                    PythonJson.sha256(properties.get("condaFile").asText()).split(""));
        }
        return PythonJson.sha256(hash);
    }

    private ObjectNode body(Fields fields, AssetName name) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        fields.value("conda_file").flatMap(this::conda).ifPresent(text -> properties.put("condaFile", text));
        Optional<String> image = fields.text("image");
        image.ifPresent(text -> properties.put("image", text));
        Optional<Fields> build = fields.fields("build");
        build.ifPresent(context -> properties.set("build", build(context)));
        if (image.isPresent() == build.isPresent()) {
            report.problem(
                    JsonPointer.empty(),
                    "An environment has an 'image' or a 'build', and not both.",
                    "Write one of the two.");
        }
        fields.fields("inference_config").ifPresent(routes -> properties.set("inferenceConfig", routes(routes)));
        fields.text("os_type").ifPresent(text -> properties.put("osType", capital(text)));
        properties.put("isAnonymous", name.anonymous());
        properties.put("isArchived", false);
        Common.describe(fields, properties);
        fields.skip("$schema", "name", "version", "datastore", "type");
        fields.refuseRest();
        return body;
    }

    /** The text, with its keys in order. The service answers with other text of the same meaning. */
    private Optional<String> conda(JsonNode conda) {
        JsonNode tree = conda.isTextual() ? links.content(conda.asText()) : conda;
        return tree.isEmpty() ? Optional.empty() : Optional.of(YamlText.of(tree));
    }

    private ObjectNode build(Fields context) {
        ObjectNode build = JsonNodeFactory.instance.objectNode();
        Optional<String> path = context.text("path");
        if (path.isEmpty()) {
            report.problem(context.at("path"), "A build needs a 'path'.", "Name the folder of the Dockerfile.");
        }
        path.ifPresent(text ->
                build.put("contextUri", text.startsWith("snapshot:") ? References.folder(links.address(text)) : text));
        context.text("dockerfile_path").ifPresent(text -> build.put("dockerfilePath", text));
        context.refuseRest();
        return build;
    }

    private static ObjectNode routes(Fields routes) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        for (String name : new String[] {"liveness", "readiness", "scoring"}) {
            routes.value(name + "_route").ifPresent(route -> config.set(name + "Route", route));
        }
        routes.refuseRest();
        return config;
    }

    private static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT)
                        + text.substring(1).toLowerCase(Locale.ROOT);
    }
}
