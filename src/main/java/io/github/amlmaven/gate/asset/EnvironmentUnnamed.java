package io.github.amlmaven.gate.asset;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Something that runs where no environment is named, so that Azure ML takes the one that is current on the day. */
final class EnvironmentUnnamed extends Rule<Subject.Definition> {
    /** The types of steps that such an environment is for. */
    private static final Set<String> RUN_IN_IT = Set.of("command", "parallel");

    EnvironmentUnnamed(Severity severity) {
        super("environment/unnamed", severity, "An environment that Azure ML chooses", Subject.Definition.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Definition subject) {
        Asset asset = subject.asset();
        if (asset.sdk() == Asset.Sdk.V1) {
            return Stream.empty();
        }
        return switch (asset.id().kind()) {
            case DEPLOYMENT ->
                isChosen(asset.definition()) ? finding(asset, asset.pointer(), "deployment") : Stream.empty();
            case JOB, COMPONENT, PIPELINE -> runs(asset, asset.pointer(), asset.type(), false);
            default -> Stream.empty();
        };
    }

    /** A deployment of a model; one of a pipeline has its environments in that. */
    private static boolean isChosen(JsonNode deployment) {
        return deployment.has("model") && !deployment.has("environment") && !deployment.has("environment_version");
    }

    /** What runs, and the steps in it; in the previews of SDK v2 the settings of a pipeline name the environment of its steps. */
    private Stream<Finding> runs(Asset asset, JsonPointer at, String type, boolean given) {
        JsonNode node = asset.document().root().at(at);
        boolean all = given || node.path("settings").has("environment");
        JsonPointer jobs = at.appendProperty("jobs");
        Stream<Finding> steps = node.path("jobs").properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !node.path("jobs").path(name).has("component"))
                .flatMap(name -> runs(
                        asset,
                        jobs.appendProperty(name),
                        node.path("jobs").path(name).path("type").asText("command"),
                        all));
        return isChosen(node, type) && !(given && RUN_IN_IT.contains(type))
                ? Stream.concat(finding(asset, at, type), steps)
                : steps;
    }

    private static boolean isChosen(JsonNode node, String type) {
        return switch (type) {
            case "automl", "finetuning" -> true;
            case "flow" -> !node.path("environment").has("image");
            case "command", "CommandComponent" -> node.has("command") && !node.has("environment");
            case "parallel" ->
                node.path("task").isObject() && !node.path("task").has("environment") && !node.has("environment");
            default -> false;
        };
    }

    private Stream<Finding> finding(Asset asset, JsonPointer at, String what) {
        boolean typed = asset.document().root().at(at).has("type");
        return finding(
                typed
                        ? asset.document().textAt(at.appendProperty("type"))
                        : asset.document().at(at),
                typed ? asset.document().root().at(at).path("type").asText() : what,
                "No environment is named here, so that Azure ML takes the one that is current on the day.",
                fix(typed ? asset.document().root().at(at).path("type").asText() : what));
    }

    private static String fix(String what) {
        return switch (what) {
            case "automl", "finetuning" ->
                "It takes none; excuse it in .aml/exemptions.yml, so that somebody has seen it.";
            case "flow" -> "Add image: <name>@sha256:<digest> to its environment.";
            default -> "Add environment: azureml:<name>:<version>.";
        };
    }
}
