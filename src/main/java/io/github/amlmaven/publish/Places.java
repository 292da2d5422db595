package io.github.amlmaven.publish;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.definition.AssetId;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import io.github.amlmaven.workspace.wire.UntranslatableException;
import io.github.amlmaven.workspace.wire.WireProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Where in the files of a snapshot a definition says something: what is to be edited. A file is read when one asks, since most never have a problem. */
final class Places {
    private final FileTree source;

    Places(FileTree source) {
        this.source = source;
    }

    /**
     * Finds a field.
     *
     * @param asset the definition
     * @param field the field, from the definition's root; the root itself for what the definition lacks
     * @return where its value is written, or its name when the value is a mapping or a list; where the field is not in the file, what it would
     *     belong to
     * @throws UncheckedIOException when the snapshot cannot be read
     */
    Location of(AssetId asset, JsonPointer field) {
        Document document = document(asset.path());
        JsonPointer all = asset.place().isEmpty()
                ? field
                : JsonPointer.compile("/" + asset.place()).append(field);
        return document.root().at(all).isContainerNode() && !field.matches() ? document.keyOf(all) : document.at(all);
    }

    /** Says each reason of a definition without a body, with the place of what is wrong. */
    List<String> sentences(UntranslatableException refused) {
        return refused.problems().stream().map(this::sentence).toList();
    }

    private String sentence(WireProblem problem) {
        return sentence(problem.asset(), problem.pointer(), problem.message() + " " + problem.fix());
    }

    /**
     * Says what is wrong with a field.
     *
     * @param asset the definition
     * @param field the field, from the definition's root
     * @param words what is wrong, and what mends it
     */
    String sentence(AssetId asset, JsonPointer field, String words) {
        String within = asset.place() + field;
        String at = within.startsWith("/") ? within.substring(1) : within;
        return of(asset, field) + (at.isEmpty() ? "" : " at " + at) + ": " + words;
    }

    private Document document(TreePath path) {
        try {
            TreeEntry file = Followed.of(source, path)
                    .entry()
                    .filter(TreeEntry::isFile)
                    .orElseThrow(() -> new IOException("The snapshot has no " + path + "."));
            return Document.read(source, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableDocumentException e) {
            throw new UncheckedIOException(new IOException(path + " of the snapshot: " + e.getMessage(), e));
        }
    }
}
