package io.github.amlmaven.definition;

import io.github.amlmaven.environment.Uploaded;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds what the text of a local reference leads to. */
final class Locator {
    private final FileTree tree;
    private final Uploaded uploaded;

    Locator(FileTree tree) {
        this(tree, Uploaded.NOTHING);
    }

    /** A locator that looks in an upload first. */
    Locator(FileTree tree, Uploaded uploaded) {
        this.tree = tree;
        this.uploaded = uploaded;
    }

    /**
     * What was found.
     *
     * @param entry the file or folder, never a link
     * @param links the links on the way
     */
    record Found(TreeEntry entry, List<TreeEntry> links) {}

    /**
     * Looks where SDK v2 looks: from the folder of the file that says it.
     *
     * @param text the reference as written, with or without {@code file:}
     * @param folder the folder
     * @return what is there, if anything
     * @throws OutsideTreeException when the text is absolute or leaves the tree
     * @throws IOException when the tree cannot be read
     */
    Optional<Found> from(TreePath folder, String text) throws OutsideTreeException, IOException {
        String path = plain(text);
        if (path.startsWith("~") || path.matches("[A-Za-z]:[\\\\/].*")) {
            throw new OutsideTreeException(text);
        }
        Optional<TreeEntry> merged = uploaded.find(path);
        if (merged.isPresent()) {
            return Optional.of(new Found(merged.get(), List.of()));
        }
        Optional<Found> found = follow(folder.resolve(path));
        // On Windows the same reference works with backslashes; git holds the path with slashes.
        return found.isEmpty() && path.indexOf('\\') >= 0 ? follow(folder.resolve(path.replace('\\', '/'))) : found;
    }

    /**
     * Looks where SDK v1 may have looked. Its paths are relative to the working directory or to the source directory, which the
     * definition does not tell; both are the definition's folder or one above it.
     *
     * @param text the reference as written
     * @param folder the folder of the file that says it
     * @return what is there, in the nearest folder that has it
     * @throws OutsideTreeException when the text is absolute or leaves the tree
     * @throws IOException when the tree cannot be read
     */
    Optional<Found> upwardFrom(TreePath folder, String text) throws OutsideTreeException, IOException {
        Optional<Found> found = from(folder, text);
        TreePath above = folder;
        while (found.isEmpty() && !above.isRoot() && !text.startsWith("..")) {
            above = above.parent();
            found = from(above, text);
        }
        return found;
    }

    private Optional<Found> follow(TreePath path) throws IOException {
        Followed followed = Followed.of(tree, path);
        return followed.entry().map(entry -> new Found(entry, followed.links()));
    }

    private static String plain(String text) {
        return text.startsWith("file:") ? text.substring("file:".length()) : text;
    }
}
