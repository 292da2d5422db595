package io.github.amlmaven.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * A read-only tree of files. Links are entries of their own and are never followed here. Safe for use by several threads.
 */
public interface FileTree {

    /**
     * Looks a path up, without following a link in any part of it.
     *
     * @param path any path
     * @return what is there, or nothing
     * @throws IOException when the tree cannot be read
     */
    Optional<TreeEntry> find(TreePath path) throws IOException;

    /**
     * What a folder holds, directly.
     *
     * @param folder a path
     * @return its entries in the order of {@link TreePath}; none when the path is no folder
     * @throws IOException when the tree cannot be read
     */
    List<TreeEntry> children(TreePath folder) throws IOException;

    /**
     * How long a file is.
     *
     * @param file a file of this tree
     * @return the number of bytes that {@link #open} will give
     * @throws IOException when the tree cannot be read
     */
    long size(TreeEntry file) throws IOException;

    /**
     * Whether git itself holds only a pointer to a file, as it does for Git LFS. Everything else here is about the file.
     *
     * @param file a file of this tree
     * @return false in a tree that is not from git
     * @throws IOException when the tree cannot be read
     */
    default boolean isPointer(TreeEntry file) throws IOException {
        return false;
    }

    /**
     * Both at once, for whoever asks it of very many files.
     *
     * @param file a file of this tree
     * @return what {@link #size} and {@link #isPointer} say of it
     * @throws IOException when the tree cannot be read
     */
    default Facts facts(TreeEntry file) throws IOException {
        return new Facts(size(file), isPointer(file));
    }

    /**
     * What is known of a file before it is read.
     *
     * @param size how many bytes it has
     * @param isPointer whether git itself holds only a pointer to it
     */
    record Facts(long size, boolean isPointer) {}

    /**
     * The bytes of a file.
     *
     * @param file a file of this tree
     * @return a stream that the caller closes
     * @throws IOException when the tree cannot be read
     */
    InputStream open(TreeEntry file) throws IOException;

    /**
     * Where a link points.
     *
     * @param link a link of this tree
     * @return the text of the link, as it is
     * @throws IOException when the tree cannot be read
     */
    String target(TreeEntry link) throws IOException;
}
