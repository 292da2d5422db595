package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreePath;

/** A file that no snapshot can hold under its name. The message is for the user. */
public final class UncapturableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    UncapturableFileException(TreePath path, String reason) {
        super(path + ": " + reason + " Rename it with `git mv`, or leave it out with an ignore file.");
    }
}
