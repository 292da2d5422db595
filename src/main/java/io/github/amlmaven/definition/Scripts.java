package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.environment.JobScript;
import io.github.amlmaven.environment.JobScriptReader;
import io.github.amlmaven.environment.ModelReader;
import io.github.amlmaven.environment.Uploaded;
import io.github.amlmaven.tree.FileTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/** Reads the commands of a definition: its own, and those of the steps that are written in it. */
final class Scripts {
    /** What Synapse's Spark installs beside the Python of its runtime: a conda environment, as a text. */
    private static final String SPARK_PYTHON = "spark.synapse.library.python.env";

    private static final Set<AssetKind> RUN =
            Set.of(AssetKind.JOB, AssetKind.COMPONENT, AssetKind.PIPELINE, AssetKind.DEPLOYMENT);

    private final Document document;
    private final Map<JsonPointer, CodeListing> code = new HashMap<>();
    private final JobScriptReader reader;
    private final List<JobScript> found = new ArrayList<>();

    private Scripts(
            FileTree tree, Document document, List<Reference> references, SortedMap<CodeId, CodeListing> listings) {
        this.document = document;
        this.reader = new JobScriptReader(tree, document);
        for (Reference reference : references) {
            if (reference.target() instanceof Target.Code target) {
                code.put(reference.pointer(), listings.get(target.id()));
            }
        }
    }

    /** What a definition runs, what an environment of SDK v1 tells pip, or what the files of an MLflow model say that it needs. */
    static List<JobScript> of(
            FileTree tree,
            AssetKind kind,
            Recognition what,
            Document document,
            JsonPointer at,
            List<Reference> references,
            SortedMap<CodeId, CodeListing> code)
            throws IOException {
        if (what.sdk() == Asset.Sdk.V2 && RUN.contains(kind)) {
            Scripts scripts = new Scripts(tree, document, references, code);
            scripts.read(at);
            return scripts.found;
        }
        if (kind == AssetKind.ENVIRONMENT
                && JobScriptReader.isInV1(document.root().at(at))) {
            return List.of(new JobScriptReader(tree, document).readVariables(at));
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

    private void read(JsonPointer at) throws IOException {
        JsonNode node = document.root().at(at);
        if (JobScriptReader.isIn(node)) {
            found.add(reader.read(at, uploaded(at)));
        }
        if (node.path("conf").path(SPARK_PYTHON).isTextual()) {
            found.add(reader.readSpark(at.appendProperty("conf").appendProperty(SPARK_PYTHON)));
        }
        for (Map.Entry<String, JsonNode> step : node.path("jobs").properties()) {
            read(at.appendProperty("jobs").appendProperty(step.getKey()));
        }
    }

    /** What becomes the folder in which something runs, wherever the definition names its code. */
    private Uploaded uploaded(JsonPointer at) {
        return Stream.of("/code", "/code/local_path", "/code_configuration/code")
                .map(place -> code.get(at.append(JsonPointer.compile(place))))
                .filter(Objects::nonNull)
                .findFirst()
                .<Uploaded>map(UploadedCode::new)
                .orElse(Uploaded.NOTHING);
    }
}
