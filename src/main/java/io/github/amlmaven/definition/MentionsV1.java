package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.document.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds everything that an SDK v1 definition refers to. The names of the fields are those of azureml-core's run configuration and
 * environment, and of the pipeline YAML of CLI v1 (articles/machine-learning/v1/reference-pipeline-yaml.md); they mean the same at any
 * depth, which also serves the saved graph of a pipeline, whose shape was never published.
 */
final class MentionsV1 {

    private final List<Mention> found = new ArrayList<>();

    private MentionsV1() {}

    /**
     * Everything that a definition refers to, in the order of the file.
     *
     * @param document the file
     * @param at where in it the definition stands
     * @param kind what the definition is
     * @return the mentions; what an inline definition refers to is not among them
     */
    static List<Mention> of(Document document, JsonPointer at, AssetKind kind) {
        JsonNode definition = document.root().at(at);
        MentionsV1 mentions = new MentionsV1();
        if (kind == AssetKind.ENVIRONMENT) {
            mentions.environment(definition, at);
        } else {
            mentions.walk(definition, at);
        }
        return List.copyOf(mentions.found);
    }

    private void environment(JsonNode definition, JsonPointer at) {
        text(definition.path("docker").path("baseImage"))
                .ifPresent(image -> found.add(new Mention.Remote(
                        at.appendProperty("docker").appendProperty("baseImage"), image, RemoteKind.IMAGE)));
        // With userManagedDependencies the image brings its own Python, and the conda file that a template names is not
        // read.
        if (!definition.path("python").path("userManagedDependencies").asBoolean(false)) {
            text(definition.path("python").path("condaDependenciesFile"))
                    .ifPresent(file -> found.add(new Mention.Files(
                            at.appendProperty("python").appendProperty("condaDependenciesFile"),
                            file,
                            RemoteKind.ENVIRONMENT)));
        }
    }

    private void walk(JsonNode node, JsonPointer at) {
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), at.appendIndex(i));
            }
            return;
        }
        node.properties().forEach(field -> field(field.getKey(), field.getValue(), at.appendProperty(field.getKey())));
    }

    private void field(String key, JsonNode value, JsonPointer at) {
        Optional<String> text = text(value);
        switch (key) {
            case "environment" -> {
                if (value.path("python").isObject() || value.path("docker").isObject()) {
                    found.add(new Mention.Inline(at, AssetKind.ENVIRONMENT));
                }
            }
            case "runconfig" ->
                text.ifPresent(t -> found.add(new Mention.Definition(at, t, Optional.of(AssetKind.RUN_CONFIGURATION))));
            case "source_directory", "sourceDirectory" ->
                text.ifPresent(t -> found.add(new Mention.Code(at, Optional.of(t), List.of())));
            case "script" -> text.ifPresent(t -> found.add(new Mention.Script(at, t)));
            case "target", "compute", "default_compute", "adla_compute_name" ->
                text.filter(t -> !t.equals("local"))
                        .ifPresent(t -> found.add(new Mention.Remote(at, t, RemoteKind.COMPUTE)));
            case "datastore", "datastore_name", "dataStoreName" ->
                text.ifPresent(t -> found.add(new Mention.Remote(at, t, RemoteKind.DATASTORE)));
            case "dataset_name" -> text.ifPresent(t -> found.add(new Mention.Remote(at, t, RemoteKind.DATA)));
            case "module" -> module(value, at);
            default -> walk(value, at);
        }
    }

    /** A module that is registered in the workspace, the forerunner of a component. */
    private void module(JsonNode module, JsonPointer at) {
        text(module.path("name")).ifPresent(name -> {
            String version = text(module.path("version")).map(v -> ":" + v).orElse("");
            found.add(new Mention.Remote(at.appendProperty("name"), "azureml:" + name + version, RemoteKind.COMPONENT));
        });
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() && !value.asText().isBlank() ? Optional.of(value.asText()) : Optional.empty();
    }
}
