package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.tree.TreePath;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Definitions for services and clients that are gone: they are named, so that nobody believes them to be captured. */
final class Bygone {
    private static final String IDENTIFIER = "amlModuleIdentifier";
    private static final Pattern MODULE_SCHEMA = Pattern.compile("azureml.*?/[a-z0-9]*module(?:\\.schema)?\\.json$");

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
        if (isModule(root)) {
            JsonPointer sign = JsonPointer.empty().appendProperty(root.has(IDENTIFIER) ? IDENTIFIER : "$schema");
            return Optional.of(
                    new Problem(
                            "definition/module",
                            document.keyOf(sign),
                            sign.getMatchingProperty(),
                            "This is a module of the previews of 2019 and 2020, which the client of SDK v2 cannot register: it is not captured.",
                            "Write it as a component (type: command, with its code and environment); or leave the file out of aml.definitions."));
        }
        return Optional.empty();
    }

    /**
     * Whether a definition is a module, from which the component was made. It has an identifier of its own beside the {@code
     * implementation} that Kubeflow's components have; or its {@code $schema} calls it a module.
     */
    private static boolean isModule(JsonNode root) {
        Matcher schema =
                MODULE_SCHEMA.matcher(root.path("$schema").asText("").strip().toLowerCase(Locale.ROOT));
        return root.path(IDENTIFIER).isObject() || schema.find();
    }
}
