package io.github.amlmaven.environment;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads what an MLflow model says it needs: its file {@code MLmodel} names a conda file beside it (<a
 * href="https://mlflow.org/docs/latest/ml/model/#storage-format">MLflow's storage format</a>), of which Azure ML builds the environment of a
 * deployment that names none.
 */
public final class ModelReader {
    private ModelReader() {}

    /**
     * Reads a model.
     *
     * @param tree where it is
     * @param folder its folder
     * @return what it needs; nothing when the folder is no MLflow model, or one without a conda file
     * @throws IOException when the tree cannot be read
     */
    public static Optional<JobScript> read(FileTree tree, TreePath folder) throws IOException {
        EnvironmentFiles files = new EnvironmentFiles(tree);
        Optional<TreeEntry> described = files.find(folder.child("MLmodel")).filter(TreeEntry::isFile);
        Optional<TreeEntry> conda = described.isPresent() ? conda(files, folder, described.get()) : Optional.empty();
        Optional<CondaEnvironment> model = conda.isPresent()
                ? new CondaReader(files, new RequirementsReader(files)).read(conda.get())
                : Optional.empty();
        return model.isPresent() || !files.problems().isEmpty()
                ? Optional.of(JobScript.ofModel(model.stream().toList(), files.problems()))
                : Optional.empty();
    }

    private static Optional<TreeEntry> conda(EnvironmentFiles files, TreePath folder, TreeEntry described)
            throws IOException {
        try {
            Optional<Document> document = files.document(described);
            if (document.isEmpty()) {
                return Optional.empty();
            }
            JsonNode environment = document.get()
                    .root()
                    .path("flavors")
                    .path("python_function")
                    .path("env");
            String name = environment.isObject() ? environment.path("conda").asText("") : environment.asText("");
            return name.isBlank() ? Optional.empty() : files.find(folder, name).filter(TreeEntry::isFile);
        } catch (OutsideTreeException e) {
            // No folder of a model is left by it: MLflow would not find it either.
            return Optional.empty();
        } catch (UnreadableDocumentException e) {
            files.unreadable(e.location(), described.path().name(), "MLflow cannot read the file: " + e.getMessage());
            return Optional.empty();
        }
    }
}
