package io.github.amlmaven.git;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;

/** A file that Git LFS keeps and that was not fetched: the commit has only its pointer. */
public final class LfsObjectMissingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient TreePath path;

    LfsObjectMissingException(TreePath path, LfsPointer pointer) {
        super(path + " is kept in Git LFS and was not fetched (oid " + pointer.oid()
                + "). Run `git lfs pull --include=\"" + path + "\"`.");
        this.path = path;
    }

    /**
     * The file.
     *
     * @return its path in the repository
     */
    public TreePath path() {
        return path;
    }
}
