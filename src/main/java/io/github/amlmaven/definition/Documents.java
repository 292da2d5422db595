package io.github.amlmaven.definition;

import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The content of files, each read once, and what is wrong with those that cannot be read. */
final class Documents {
    private final FileTree tree;
    private final Map<TreePath, Optional<Document>> read = new HashMap<>();
    private final SortedMap<TreePath, Problem> unreadable = new TreeMap<>();

    Documents(FileTree tree) {
        this.tree = tree;
    }

    /** A file's content; nothing when it cannot be read. */
    Optional<Document> open(TreeEntry file) throws IOException {
        Optional<Document> document = read.get(file.path());
        if (document == null) {
            document = read(file);
            read.put(file.path(), document);
        }
        return document;
    }

    /** What is wrong with a file that {@link #open} could not read; nothing when it could. */
    Optional<Problem> problem(TreePath path) {
        return Optional.ofNullable(unreadable.get(path));
    }

    /** What is wrong with each file that could not be read, whether it matters or not, in the order of their paths. */
    Collection<Problem> unreadable() {
        return unreadable.values();
    }

    private Optional<Document> read(TreeEntry file) throws IOException {
        try {
            return Optional.of(Document.read(tree, file));
        } catch (UnreadableDocumentException e) {
            unreadable.put(
                    file.path(),
                    new Problem(
                            "definition/unreadable",
                            e.location(),
                            file.path().name(),
                            "It cannot be read: " + e.getMessage() + ".",
                            "Mend the file; or, when it is no Azure ML definition, leave it out of aml.definitions."));
            return Optional.empty();
        }
    }
}
