package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** What references into a snapshot lead to, as trees: definitions as the target gets them, and YAML files. */
final class Contents {
    private static final String FILE = "snapshot:file/";

    private final Map<String, JsonNode> definitions;
    private final FileTree source;

    Contents(Map<String, JsonNode> definitions, FileTree source) {
        this.definitions = Map.copyOf(definitions);
        this.source = source;
    }

    /**
     * Reads one.
     *
     * @param reference to a definition or a file of the snapshot
     * @return the tree
     * @throws UncheckedIOException when the snapshot cannot be read
     */
    JsonNode of(String reference) {
        JsonNode definition = definitions.get(reference);
        if (definition != null) {
            return definition;
        }
        TreePath path = path(reference);
        try {
            TreeEntry file = Followed.of(source, path)
                    .entry()
                    .filter(TreeEntry::isFile)
                    .orElseThrow(() -> new IOException("The snapshot has no " + reference + "."));
            try (InputStream in = source.open(file)) {
                return Document.read(path, in).root();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableDocumentException e) {
            throw new UncheckedIOException(new IOException(path + " of the snapshot: " + e.getMessage(), e));
        }
    }

    static boolean isFile(String reference) {
        return reference.startsWith(FILE);
    }

    /** The path of a reference to a file. */
    static TreePath path(String reference) {
        return TreePath.of(reference.substring(FILE.length()));
    }
}
