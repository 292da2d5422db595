package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.Optional;
import java.util.Set;

/** Definitions for services and clients that are gone: they are named, so that nobody believes them to be captured. */
final class Bygone {
    private static final String IDENTIFIER = "amlModuleIdentifier";
    private static final String IMPLEMENTATION = "implementation";
    private static final String SCHEMA = "$schema";

    /** What a module's container has of Azure ML. */
    private static final Set<String> ENVIRONMENTS = Set.of("amlEnvironment", "runConfig", "conda");

    private static final String ENTRY = "entryScript";
    private static final Set<String> WITH_ENTRY = Set.of("runtime", "condaFile", "environment", "sourceDirectory");
    private static final String COMPUTE = "computeType";
    private static final Set<String> WITH_COMPUTE =
            Set.of("containerResourceRequirements", "autoScaler", "authEnabled");

    private Bygone() {}

    /** What is to be said of a file; nothing, when it is no such definition. */
    static Optional<Problem> problem(Document document) {
        JsonNode root = document.root();
        TreePath path = document.path();
        if (root.has("ArgumentVector") && root.has("Target")) {
            return Optional.of(new Problem(
                    "definition/workbench",
                    Location.startOf(path),
                    path.name(),
                    "This is a run configuration of the Azure ML Workbench of 2017, which no service reads any more.",
                    "Remove the file, or leave it out of aml.definitions."));
        }
        return moduleSign(root)
                .map(
                        sign -> problem(
                                document,
                                sign,
                                "definition/module",
                                "This is a module of the previews of 2019 and 2020, which the client of SDK v2 cannot register: it is not captured.",
                                "Write it as a component (type: command, with its code and environment); or leave the file out of aml.definitions."))
                .or(
                        () -> modelDeploySign(root)
                                .map(
                                        sign -> problem(
                                                document,
                                                sign,
                                                "definition/model-deploy",
                                                "This is what az ml model deploy of CLI v1 takes, which is no more: it is not captured.",
                                                "Write it as an online deployment, which names its environment; or leave the file out of aml.definitions.")));
    }

    private static Problem problem(Document document, String sign, String id, String message, String fix) {
        return new Problem(id, document.keyOf(JsonPointer.empty().appendProperty(sign)), sign, message, fix);
    }

    /**
     * The field that shows a file to be an inference or a deployment configuration of CLI v1 (<a
     * href="https://learn.microsoft.com/azure/machine-learning/v1/reference-azure-machine-learning-cli">its reference</a>).
     */
    private static Optional<String> modelDeploySign(JsonNode root) {
        if (root.has(ENTRY) && WITH_ENTRY.stream().anyMatch(root::has)) {
            return Optional.of(ENTRY);
        }
        return root.has(COMPUTE) && WITH_COMPUTE.stream().anyMatch(root::has) ? Optional.of(COMPUTE) : Optional.empty();
    }

    /**
     * The field that shows a definition to be a module, from which the component was made: an identifier of its own; what Kubeflow's
     * components do not have beside the {@code command} in their {@code implementation}; or a {@code $schema} that says so.
     */
    private static Optional<String> moduleSign(JsonNode root) {
        JsonNode container = root.path(IMPLEMENTATION).path("container");
        if (root.path(IDENTIFIER).isObject()) {
            return Optional.of(IDENTIFIER);
        }
        if (container.has("command")
                && ENVIRONMENTS.stream().anyMatch(name -> container.path(name).isObject())) {
            return Optional.of(IMPLEMENTATION);
        }
        return SchemaName.of(root).filter(name -> name.endsWith("module")).map(name -> SCHEMA);
    }
}
