package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.environment.PreviewPath;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what an environment refers to, and which one something runs in. */
final class EnvironmentMentions {
    private static final Pattern INTERNAL = Pattern.compile("[A-Z][A-Za-z]*Component(?:@.*)?");

    private final MentionList found;

    EnvironmentMentions(MentionList found) {
        this.found = found;
    }

    /**
     * What an environment is made of: its image, its conda file, its build context.
     *
     * @param definition the environment, or what else may be one
     * @param at where it stands
     */
    void of(JsonNode definition, JsonPointer at) {
        found.remote(definition.path("image"), at.appendProperty("image"), RemoteKind.IMAGE);
        JsonPointer docker = at.appendProperty("docker");
        found.remote(definition.path("docker").path("image"), docker.appendProperty("image"), RemoteKind.IMAGE);
        Optional<String> below = PreviewPath.of(definition);
        found.files(
                definition.path("docker").path("build").path("dockerfile"),
                docker.appendProperty("build").appendProperty("dockerfile"),
                RemoteKind.ENVIRONMENT,
                below);
        for (String list : List.of("conda_dependencies_file", "pip_requirements_file")) {
            found.files(
                    definition.path("conda").path(list),
                    at.appendProperty("conda").appendProperty(list),
                    RemoteKind.ENVIRONMENT);
        }
        found.files(definition.path("conda_file"), at.appendProperty("conda_file"), RemoteKind.ENVIRONMENT, below);
        found.files(
                definition.path("build").path("path"),
                at.appendProperty("build").appendProperty("path"),
                RemoteKind.CODE);
        found.remote(definition.path("datastore"), at.appendProperty("datastore"), RemoteKind.DATASTORE);
    }

    /**
     * What something runs in. A {@code CommandComponent} names a registered one by a mapping, too (azure-ai-ml 1.35,
     * InternalEnvironmentSchema); anywhere else a mapping is an environment of its own, whose name the client passes over.
     *
     * @param user what runs in it
     * @param value the environment: a reference, or a mapping
     * @param at where it stands
     */
    void runIn(JsonNode user, JsonNode value, JsonPointer at) {
        JsonNode name = value.path("name");
        boolean own = value.has("docker") || value.has("conda") || value.has("python");
        if (MentionList.isReference(name) && !own && isInternal(user)) {
            String version = value.path("version").asText("");
            found.add(new Mention.Remote(
                    at.appendProperty("name"),
                    "azureml:" + name.asText() + (version.isEmpty() ? "" : ":" + version),
                    RemoteKind.ENVIRONMENT));
            return;
        }
        found.definition(value, at, AssetKind.ENVIRONMENT);
    }

    /** Whether a component is one of those that {@code http://azureml/sdk-2-0/…} describes, such as a {@code CommandComponent}. */
    private static boolean isInternal(JsonNode component) {
        return INTERNAL.matcher(component.path("type").asText()).matches();
    }
}
