package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.amlmaven.code.CodeFolder;
import io.github.amlmaven.code.CodeListing;
import io.github.amlmaven.code.CodeListing.UploadedFile;
import io.github.amlmaven.code.CodeUse;
import io.github.amlmaven.tree.CodePointOrder;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Digests of what is no definition: of files, folders and code. */
final class ContentDigests {
    private final FileTree tree;
    private final Function<TreePath, Optional<String>> sha256;

    /**
     * Digests from those of the files.
     *
     * @param tree the tree
     * @param sha256 the SHA-256 of each file and of the text of each link, 64 hex digits
     */
    ContentDigests(FileTree tree, Function<TreePath, Optional<String>> sha256) {
        this.tree = tree;
        this.sha256 = sha256;
    }

    /**
     * The digest of an upload.
     *
     * @param listing its files
     * @return {@code sha256:} and hex digits over the canonical list of {@code [name, mode, sha256]}, by name
     */
    String of(CodeListing listing) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        listing.files().stream()
                .sorted(Comparator.comparing(UploadedFile::name, CodePointOrder.INSTANCE))
                .forEach(file -> list.addArray()
                        .add(file.name())
                        .add(file.entry().kind().mode())
                        .add(packed(file.entry().path())));
        return CanonicalJson.digest(list);
    }

    /**
     * The digest of what a path leads to.
     *
     * @param path a file or folder of the tree
     * @return for a file that of its bytes; for a folder that of what would be uploaded of it
     * @throws IOException when the tree cannot be read
     */
    String of(TreePath path) throws IOException {
        Optional<TreeEntry> file = tree.find(path).filter(TreeEntry::isFile);
        return file.isPresent() ? of(file.get()) : of(CodeFolder.list(tree, path, List.of(), CodeUse.JOB));
    }

    /**
     * The digest of a file or link itself.
     *
     * @param entry a file or link
     * @return {@code sha256:} and hex digits over its bytes, or over the text of the link
     */
    String of(TreeEntry entry) {
        return Sha256.PREFIX + packed(entry.path());
    }

    private String packed(TreePath path) {
        return sha256.apply(path).orElseThrow(() -> new IllegalArgumentException(path + " is not in the snapshot"));
    }
}
