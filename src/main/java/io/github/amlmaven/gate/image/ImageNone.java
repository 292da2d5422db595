package io.github.amlmaven.gate.image;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An environment that says what to install and not where. */
final class ImageNone extends Rule<Subject.Definition> {
    private static final Set<String> SAID =
            Set.of("$schema", "name", "version", "description", "tags", "properties", "os_type");

    ImageNone() {
        super("image/none", Severity.REFUSE, "An environment without an image", Subject.Definition.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Definition subject) {
        Asset asset = subject.asset();
        JsonNode definition = asset.definition();
        boolean conda = definition.has("conda_file") || definition.has("conda");
        if (asset.id().kind() != AssetKind.ENVIRONMENT || hasImage(definition)) {
            return Stream.empty();
        }
        if (!conda) {
            return asset.sdk() == Asset.Sdk.V2 && isNameAlone(definition) ? nameAlone(asset) : Stream.empty();
        }
        String field = definition.has("conda_file") ? "conda_file" : "conda";
        return finding(
                asset.document().keyOf(asset.pointer().appendProperty(field)),
                field,
                "It is built upon whatever image is the default on the day, if it is built at all.",
                "Add image: <name>@sha256:<digest>, or a build with a Dockerfile.");
    }

    private Stream<Finding> nameAlone(Asset asset) {
        if (asset.pointer().matches()) {
            return finding(
                    asset.document().textAt(asset.pointer().appendProperty("name")),
                    asset.definition().path("name").asText(),
                    "Azure ML's client refuses an environment without an image; what its command line adds is in no commit.",
                    "Add image: <name>@sha256:<digest>, or a build with a Dockerfile.");
        }
        return finding(
                asset.document().textAt(asset.pointer().appendProperty("name")),
                asset.definition().path("name").asText(),
                "A mapping is an environment of its own, which Azure ML's client refuses without an image; the name refers to none.",
                "Write environment: azureml:<name>:<version> for one that is registered; or add image: <name>@sha256:<digest>.");
    }

    /** Whether it says no more than what it is called. */
    private static boolean isNameAlone(JsonNode definition) {
        return definition.path("name").isTextual()
                && definition.properties().stream().map(Map.Entry::getKey).allMatch(SAID::contains);
    }

    private static boolean hasImage(JsonNode definition) {
        JsonNode docker = definition.path("docker");
        return Stream.of(definition, docker).anyMatch(node -> node.has("image") || node.has("build"))
                || docker.has("baseImage")
                || docker.has("baseDockerfile");
    }
}
