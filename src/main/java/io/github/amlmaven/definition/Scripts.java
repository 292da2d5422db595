package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.environment.JobScript;
import io.github.amlmaven.environment.JobScriptReader;
import io.github.amlmaven.environment.ModelReader;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the commands of a definition: its own, and those of the steps that are written in it. */
final class Scripts {
    /** What Synapse's Spark installs beside the Python of its runtime: a conda environment, as a text. */
    private static final String SPARK_PYTHON = "spark.synapse.library.python.env";

    private static final Set<AssetKind> RUN = Set.of(AssetKind.JOB, AssetKind.COMPONENT, AssetKind.PIPELINE);

    private final FileTree tree;
    private final Document document;
    private final Map<JsonPointer, TreePath> code = new HashMap<>();
    private final JobScriptReader reader;
    private final List<JobScript> found = new ArrayList<>();

    private Scripts(FileTree tree, Document document, List<Reference> references) {
        this.tree = tree;
        this.document = document;
        this.reader = new JobScriptReader(tree, document);
        for (Reference reference : references) {
            if (reference.target() instanceof Target.Code target) {
                code.put(reference.pointer(), target.id().path());
            }
        }
    }

    /** What a definition runs, or what the files of an MLflow model say that it needs. */
    static List<JobScript> of(
            FileTree tree,
            AssetKind kind,
            Recognition what,
            Document document,
            JsonPointer at,
            List<Reference> references)
            throws IOException {
        if (what.sdk() == Asset.Sdk.V2 && RUN.contains(kind)) {
            return commands(tree, document, at, references);
        }
        return what.type().equals("mlflow_model") ? model(tree, references) : List.of();
    }

    private static List<JobScript> model(FileTree tree, List<Reference> references) throws IOException {
        List<JobScript> found = new ArrayList<>();
        for (Reference reference : references) {
            if (reference.target() instanceof Target.Files folder) {
                ModelReader.read(tree, folder.path()).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<JobScript> commands(
            FileTree tree, Document document, JsonPointer at, List<Reference> references) throws IOException {
        Scripts scripts = new Scripts(tree, document, references);
        scripts.read(at);
        return scripts.found;
    }

    private void read(JsonPointer at) throws IOException {
        JsonNode node = document.root().at(at);
        if (node.path("command").isTextual()) {
            found.add(reader.read(at.appendProperty("command"), folder(at.appendProperty("code"))));
        }
        if (node.path("conf").path(SPARK_PYTHON).isTextual()) {
            found.add(reader.readSpark(at.appendProperty("conf").appendProperty(SPARK_PYTHON)));
        }
        for (Map.Entry<String, JsonNode> step : node.path("jobs").properties()) {
            read(at.appendProperty("jobs").appendProperty(step.getKey()));
        }
    }

    /** The folder that the code of a command becomes. */
    private Optional<TreePath> folder(JsonPointer at) throws IOException {
        Optional<TreePath> path = Optional.ofNullable(code.get(at));
        boolean file = path.isPresent()
                && tree.find(path.get()).filter(TreeEntry::isFile).isPresent();
        return file ? path.map(TreePath::parent) : path;
    }
}
