package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.environment.PreviewPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/**
 * Finds everything that an SDK v2 definition refers to. Which field takes what follows the schemas of azure-ai-ml 1.35; a field that is
 * not known here is still searched, since {@code azureml:} and {@code file:} say themselves what they are.
 */
final class Mentions {

    /** Text for people, or for the program that runs: whatever it says, it refers to nothing. */
    private static final Set<String> PROSE = Set.of(
            "$schema",
            "name",
            "version",
            "type",
            "display_name",
            "description",
            "tags",
            "properties",
            "comment",
            "command",
            "args",
            "program_arguments",
            "environment_variables",
            "experiment_name",
            "metadata");

    private static final Pattern INTERNAL = Pattern.compile("[A-Z][A-Za-z]*Component(?:@.*)?");

    private final List<Mention> found = new ArrayList<>();
    private final Map<String, BiConsumer<JsonNode, JsonPointer>> fields = Map.ofEntries(
            Map.entry("component", definition(AssetKind.COMPONENT)),
            Map.entry("trial", definition(AssetKind.COMPONENT)),
            Map.entry("environment", this::environmentOf),
            Map.entry("create_job", this::createJob),
            Map.entry("job", definition(AssetKind.JOB)),
            Map.entry("job_definition", (value, at) -> remote(value, at, RemoteKind.JOB)),
            Map.entry("model", this::model),
            Map.entry("code_configuration", this::body),
            Map.entry("inputs", this::inputs),
            Map.entry("outputs", this::outputs),
            Map.entry("training_data", this::input),
            Map.entry("validation_data", this::input),
            Map.entry("test_data", this::input),
            Map.entry("flow", (value, at) -> files(value, at, RemoteKind.CODE)),
            Map.entry("compute", this::compute),
            // As the previews of SDK v2 named it, in a job and in an endpoint.
            Map.entry("infrastructure", (value, at) -> remoteOrBody(value, at, RemoteKind.COMPUTE)),
            Map.entry("target", this::target),
            Map.entry("default_compute", (value, at) -> remote(value, at, RemoteKind.COMPUTE)),
            Map.entry("connection", this::connection),
            Map.entry("datastore", (value, at) -> remoteOrBody(value, at, RemoteKind.DATASTORE)),
            Map.entry("default_datastore", (value, at) -> remote(value, at, RemoteKind.DATASTORE)),
            Map.entry("endpoint_name", (value, at) -> remote(value, at, RemoteKind.ENDPOINT)));

    private final Document document;

    private Mentions(Document document) {
        this.document = document;
    }

    /**
     * Everything that a definition refers to, in the order of the file.
     *
     * @param document the file
     * @param at where in it the definition stands
     * @param what what the definition is
     * @return the mentions; what an inline definition refers to is not among them
     */
    static List<Mention> of(Document document, JsonPointer at, Recognition what) {
        Mentions mentions = new Mentions(document);
        JsonNode definition = document.root().at(at);
        switch (what.kind()) {
            case ENVIRONMENT -> mentions.environment(definition, at);
            case DATA -> mentions.asset(definition, at, RemoteKind.DATA);
            case MODEL -> mentions.asset(definition, at, RemoteKind.MODEL);
            // Their fields are settings of a resource; nothing of them is a file or an asset.
            case COMPUTE, DATASTORE -> {}
            default -> {
                if (what.type().equals("flow") && !definition.has("code")) {
                    // A flow runs in the folder that holds it.
                    mentions.found.add(new Mention.Code(at, Optional.of("."), mentions.includes(definition, at)));
                }
                mentions.body(definition, at);
            }
        }
        return List.copyOf(mentions.found);
    }

    private void environment(JsonNode definition, JsonPointer at) {
        remote(definition.path("image"), at.appendProperty("image"), RemoteKind.IMAGE);
        JsonPointer docker = at.appendProperty("docker");
        remote(definition.path("docker").path("image"), docker.appendProperty("image"), RemoteKind.IMAGE);
        Optional<String> below = PreviewPath.of(definition);
        files(
                definition.path("docker").path("build").path("dockerfile"),
                docker.appendProperty("build").appendProperty("dockerfile"),
                RemoteKind.ENVIRONMENT,
                below);
        for (String list : List.of("conda_dependencies_file", "pip_requirements_file")) {
            files(
                    definition.path("conda").path(list),
                    at.appendProperty("conda").appendProperty(list),
                    RemoteKind.ENVIRONMENT);
        }
        files(definition.path("conda_file"), at.appendProperty("conda_file"), RemoteKind.ENVIRONMENT, below);
        files(
                definition.path("build").path("path"),
                at.appendProperty("build").appendProperty("path"),
                RemoteKind.CODE);
        remote(definition.path("datastore"), at.appendProperty("datastore"), RemoteKind.DATASTORE);
    }

    private void asset(JsonNode definition, JsonPointer at, RemoteKind kind) {
        files(definition.path("path"), at.appendProperty("path"), kind);
        remote(definition.path("datastore"), at.appendProperty("datastore"), RemoteKind.DATASTORE);
    }

    /** A job, a node of a pipeline, a component, a deployment, and any part of one. */
    private void body(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            anywhere(node, at);
            return;
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                body(node.get(i), at.appendIndex(i));
            }
            return;
        }
        node.properties().forEach(field -> {
            String key = field.getKey();
            JsonPointer place = at.appendProperty(key);
            if (key.equals("code") || (key.equals("additional_includes") && !node.has("code") && !node.has("nodes"))) {
                code(node, at, place);
            } else if (key.equals("task") && field.getValue().isTextual()) {
                return;
            } else if (!PROSE.contains(key) && !key.equals("additional_includes")) {
                fields.getOrDefault(key, this::body).accept(field.getValue(), place);
            }
        });
        spark(node, at);
    }

    private void code(JsonNode node, JsonPointer at, JsonPointer place) {
        List<Mention.Include> includes = includes(node, at);
        JsonNode code = node.path("code");
        // As the previews of SDK v2 wrote it.
        JsonNode local = code.path("local_path");
        if (isReference(local)) {
            JsonPointer pointer = place.appendProperty("local_path");
            found.add(new Mention.Code(pointer, Optional.of(local.asText()), includes));
        }
        if (isReference(code) || (code.isMissingNode() && !includes.isEmpty())) {
            found.add(new Mention.Code(
                    place, Optional.of(code).filter(JsonNode::isTextual).map(JsonNode::asText), includes));
        }
    }

    private List<Mention.Include> includes(JsonNode node, JsonPointer at) {
        List<Mention.Include> includes = new ArrayList<>();
        JsonNode configured = node.path("additional_includes");
        for (int i = 0; i < configured.size(); i++) {
            if (isReference(configured.path(i)) || configured.path(i).isObject()) {
                JsonPointer pointer = at.appendProperty("additional_includes").appendIndex(i);
                Mention.Include.at(document, pointer).ifPresent(includes::add);
            }
        }
        return includes;
    }

    /** Spark names more files, each relative to the code (reference-yaml-job-spark). */
    private void spark(JsonNode node, JsonPointer at) {
        String code = node.path("code").asText("");
        if (!node.has("entry")) {
            return;
        }
        inCode(node.path("entry").path("file"), at.appendProperty("entry").appendProperty("file"), code);
        for (String key : List.of("py_files", "jars", "files", "archives")) {
            JsonNode list = node.path(key);
            inCode(list, at.appendProperty(key), code);
            for (int i = 0; i < list.size(); i++) {
                inCode(list.path(i), at.appendProperty(key).appendIndex(i), code);
            }
        }
    }

    private void inCode(JsonNode value, JsonPointer at, String code) {
        if (isReference(value)) {
            found.add(new Mention.InCode(at, value.asText(), code));
        }
    }

    private BiConsumer<JsonNode, JsonPointer> definition(AssetKind kind) {
        return (value, at) -> {
            if (value.isObject()) {
                found.add(new Mention.Inline(at, kind));
            } else if (isReference(value)) {
                found.add(new Mention.Definition(at, value.asText(), Optional.of(kind)));
            }
        };
    }

    /**
     * What something runs in. A {@code CommandComponent} names a registered one by a mapping, too (azure-ai-ml 1.35,
     * InternalEnvironmentSchema); anywhere else a mapping is an environment of its own, whose name the client passes over.
     */
    private void environmentOf(JsonNode value, JsonPointer at) {
        JsonNode name = value.path("name");
        boolean own = value.has("docker") || value.has("conda") || value.has("python");
        if (isReference(name) && !own && isInternal(document.root().at(at.head()))) {
            String version = value.path("version").asText("");
            found.add(new Mention.Remote(
                    at.appendProperty("name"),
                    "azureml:" + name.asText() + (version.isEmpty() ? "" : ":" + version),
                    RemoteKind.ENVIRONMENT));
            return;
        }
        definition(AssetKind.ENVIRONMENT).accept(value, at);
    }

    /** Whether a component is one of those that {@code http://azureml/sdk-2-0/…} describes, such as a {@code CommandComponent}. */
    private static boolean isInternal(JsonNode component) {
        return INTERNAL.matcher(component.path("type").asText()).matches();
    }

    /** A schedule names a job, defines one, or names one in {@code job} and overrides a part of it. */
    private void createJob(JsonNode value, JsonPointer at) {
        if (value.has("job")) {
            body(value, at);
        } else {
            definition(AssetKind.JOB).accept(value, at);
        }
    }

    private void model(JsonNode value, JsonPointer at) {
        if (value.isObject() && value.has("path")) {
            found.add(new Mention.Inline(at, AssetKind.MODEL));
        } else if (value.isObject()) {
            body(value, at);
        } else if (isReference(value)) {
            files(value, at, RemoteKind.MODEL);
        }
    }

    private void inputs(JsonNode inputs, JsonPointer at) {
        inputs.properties().forEach(field -> input(field.getValue(), at.appendProperty(field.getKey())));
    }

    private void input(JsonNode input, JsonPointer at) {
        if (!input.isObject()) {
            anywhere(input, at);
            return;
        }
        RemoteKind kind = input.path("type").asText("").endsWith("_model") ? RemoteKind.MODEL : RemoteKind.DATA;
        files(input.path("path"), at.appendProperty("path"), kind);
        anywhere(input.path("default"), at.appendProperty("default"));
    }

    /** An output says where to write: nothing is there yet. */
    private void outputs(JsonNode outputs, JsonPointer at) {
        outputs.properties().forEach(field -> {
            JsonPointer path = at.appendProperty(field.getKey()).appendProperty("path");
            remote(field.getValue().path("path"), path, RemoteKind.DATASTORE);
        });
    }

    /** One by its name is a setting of the workspace, which has neither content nor versions. */
    private void connection(JsonNode value, JsonPointer at) {
        if (!value.isTextual()) {
            body(value, at);
        }
    }

    /** A name; or, as the previews of SDK v2 had it, a name under {@code target}, with settings. */
    private void compute(JsonNode value, JsonPointer at) {
        remote(value.path("target"), at.appendProperty("target"), RemoteKind.COMPUTE);
        if (!value.isObject()) {
            remote(value, at, RemoteKind.COMPUTE);
        }
    }

    /** In the previews of SDK v2 an endpoint names the cluster that it runs in so. */
    private void target(JsonNode value, JsonPointer at) {
        if (value.asText().startsWith("azureml:")) {
            remote(value, at, RemoteKind.COMPUTE);
        } else {
            body(value, at);
        }
    }

    private void remoteOrBody(JsonNode value, JsonPointer at, RemoteKind kind) {
        if (value.isObject()) {
            body(value, at);
        } else {
            remote(value, at, kind);
        }
    }

    private void remote(JsonNode value, JsonPointer at, RemoteKind kind) {
        if (isReference(value)) {
            found.add(new Mention.Remote(at, value.asText(), kind));
        }
    }

    private void files(JsonNode value, JsonPointer at, RemoteKind kind) {
        files(value, at, kind, Optional.empty());
    }

    private void files(JsonNode value, JsonPointer at, RemoteKind kind, Optional<String> below) {
        if (isReference(value)) {
            found.add(new Mention.Files(at, value.asText(), kind, below));
        }
    }

    private void anywhere(JsonNode value, JsonPointer at) {
        String text = value.asText("");
        if (value.isTextual() && (text.startsWith("azureml:") || text.startsWith("file:"))) {
            found.add(new Mention.Definition(at, text, Optional.empty()));
        }
    }

    /** An expression such as {@code ${{parent.inputs.x}}} is bound when the pipeline runs. */
    private static boolean isReference(JsonNode value) {
        return value.isTextual()
                && !value.asText().isBlank()
                && !value.asText().stripLeading().startsWith("${{");
    }
}
