package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

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

    /** Where the previews of SDK v2 had the path of an input. */
    private static final List<String> PREVIEW_DATA = List.of("data", "dataset", "file", "folder");

    private final MentionList found = new MentionList();
    private final EnvironmentMentions environments = new EnvironmentMentions(found);
    private final Map<String, BiConsumer<JsonNode, JsonPointer>> fields = Map.ofEntries(
            Map.entry("component", (value, at) -> found.definition(value, at, AssetKind.COMPONENT)),
            Map.entry("trial", (value, at) -> found.definition(value, at, AssetKind.COMPONENT)),
            Map.entry("environment", this::environment),
            Map.entry("create_job", this::createJob),
            Map.entry("job", (value, at) -> found.definition(value, at, AssetKind.JOB)),
            Map.entry("job_definition", (value, at) -> found.remote(value, at, RemoteKind.JOB)),
            Map.entry("model", this::model),
            Map.entry("code_configuration", this::body),
            Map.entry("inputs", this::inputs),
            Map.entry("outputs", this::outputs),
            Map.entry("training_data", this::input),
            Map.entry("validation_data", this::input),
            Map.entry("test_data", this::input),
            Map.entry("flow", (value, at) -> found.files(value, at, RemoteKind.CODE)),
            Map.entry("compute", this::compute),
            // As the previews of SDK v2 named it, in a job and in an endpoint.
            Map.entry("infrastructure", (value, at) -> remoteOrBody(value, at, RemoteKind.COMPUTE)),
            Map.entry("target", this::target),
            Map.entry("default_compute", (value, at) -> found.remote(value, at, RemoteKind.COMPUTE)),
            Map.entry("connection", this::connection),
            Map.entry("datastore", (value, at) -> remoteOrBody(value, at, RemoteKind.DATASTORE)),
            Map.entry("default_datastore", (value, at) -> found.remote(value, at, RemoteKind.DATASTORE)),
            Map.entry("endpoint_name", (value, at) -> found.remote(value, at, RemoteKind.ENDPOINT)));

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
            case ENVIRONMENT -> mentions.environments.of(definition, at);
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
        return mentions.found.all();
    }

    private void asset(JsonNode definition, JsonPointer at, RemoteKind kind) {
        found.files(definition.path("path"), at.appendProperty("path"), kind);
        found.remote(definition.path("datastore"), at.appendProperty("datastore"), RemoteKind.DATASTORE);
    }

    /** A job, a node of a pipeline, a component, a deployment, and any part of one. */
    private void body(JsonNode node, JsonPointer at) {
        if (node.isTextual()) {
            found.anywhere(node, at);
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
        if (MentionList.isReference(local)) {
            JsonPointer pointer = place.appendProperty("local_path");
            found.add(new Mention.Code(pointer, Optional.of(local.asText()), includes));
        }
        if (MentionList.isReference(code) || (code.isMissingNode() && !includes.isEmpty())) {
            found.add(new Mention.Code(
                    place, Optional.of(code).filter(JsonNode::isTextual).map(JsonNode::asText), includes));
        }
    }

    private List<Mention.Include> includes(JsonNode node, JsonPointer at) {
        List<Mention.Include> includes = new ArrayList<>();
        JsonNode configured = node.path("additional_includes");
        for (int i = 0; i < configured.size(); i++) {
            if (MentionList.isReference(configured.path(i))
                    || configured.path(i).isObject()) {
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
        found.inCode(node.path("entry").path("file"), at.appendProperty("entry").appendProperty("file"), code);
        for (String key : List.of("py_files", "jars", "files", "archives")) {
            JsonNode list = node.path(key);
            found.inCode(list, at.appendProperty(key), code);
            for (int i = 0; i < list.size(); i++) {
                found.inCode(list.path(i), at.appendProperty(key).appendIndex(i), code);
            }
        }
    }

    private void environment(JsonNode value, JsonPointer at) {
        environments.runIn(document.root().at(at.head()), value, at);
    }

    /** A schedule names a job, defines one, or names one in {@code job} and overrides a part of it. */
    private void createJob(JsonNode value, JsonPointer at) {
        if (value.has("job")) {
            body(value, at);
        } else {
            found.definition(value, at, AssetKind.JOB);
        }
    }

    private void model(JsonNode value, JsonPointer at) {
        if (value.isObject() && value.has("path")) {
            found.add(new Mention.Inline(at, AssetKind.MODEL));
        } else if (value.isObject()) {
            body(value, at);
        } else if (MentionList.isReference(value)) {
            found.files(value, at, RemoteKind.MODEL);
        }
    }

    private void inputs(JsonNode inputs, JsonPointer at) {
        inputs.properties().forEach(field -> input(field.getValue(), at.appendProperty(field.getKey())));
    }

    private void input(JsonNode input, JsonPointer at) {
        if (!input.isObject()) {
            found.anywhere(input, at);
            return;
        }
        RemoteKind kind = input.path("type").asText("").endsWith("_model") ? RemoteKind.MODEL : RemoteKind.DATA;
        found.files(input.path("path"), at.appendProperty("path"), kind);
        found.anywhere(input.path("default"), at.appendProperty("default"));
        if (!input.has("type") && !input.has("path")) {
            PREVIEW_DATA.forEach(field -> found.files(input.path(field), at.appendProperty(field), kind));
        }
    }

    /** An output says where to write: nothing is there yet. */
    private void outputs(JsonNode outputs, JsonPointer at) {
        outputs.properties().forEach(field -> {
            JsonPointer path = at.appendProperty(field.getKey()).appendProperty("path");
            found.remote(field.getValue().path("path"), path, RemoteKind.DATASTORE);
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
        found.remote(value.path("target"), at.appendProperty("target"), RemoteKind.COMPUTE);
        if (!value.isObject()) {
            found.remote(value, at, RemoteKind.COMPUTE);
        }
    }

    /** In the previews of SDK v2 an endpoint names the cluster that it runs in so. */
    private void target(JsonNode value, JsonPointer at) {
        if (value.asText().startsWith("azureml:")) {
            found.remote(value, at, RemoteKind.COMPUTE);
        } else {
            body(value, at);
        }
    }

    private void remoteOrBody(JsonNode value, JsonPointer at, RemoteKind kind) {
        if (value.isObject()) {
            body(value, at);
        } else {
            found.remote(value, at, kind);
        }
    }
}
