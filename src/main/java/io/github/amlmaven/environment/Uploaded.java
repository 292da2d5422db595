package io.github.amlmaven.environment;

import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.util.Optional;

/**
 * What is uploaded together: the code of a component with what is included into it, where the files of a {@code CommandComponent}'s environment
 * are looked for (azure-ai-ml 1.35, InternalComponent: the environment is resolved against the merged code), or a build context.
 */
@FunctionalInterface
public interface Uploaded {
    /** No code at all. */
    Uploaded NOTHING = name -> Optional.empty();

    /**
     * Looks for a file by its name in the upload.
     *
     * @param name the name from the root of the upload, with {@code /}
     * @return the file of the repository that becomes it; nothing when none does
     */
    Optional<TreeEntry> named(String name);

    /**
     * Looks for the file that a path from the root of the upload leads to.
     *
     * @param path the path as written, with or without {@code file:}
     * @return the file of the repository that is there; nothing when none is, or when the path leaves the upload
     */
    default Optional<TreeEntry> find(String path) {
        String plain = path.startsWith("file:") ? path.substring("file:".length()) : path;
        try {
            return named(TreePath.ROOT.resolve(plain).value());
        } catch (OutsideTreeException e) {
            return Optional.empty();
        }
    }
}
