package io.github.amlmaven.git;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.tree.TreePath;

/**
 * Something in a working copy that is not tracked.
 *
 * @param path where it is
 * @param isFolder whether it is a folder
 * @param rules what is ignored where it is
 * @param hiding whether it is ignored itself
 */
record Untracked(TreePath path, boolean isFolder, IgnoreRules rules, Hiding hiding) {

    Change change() {
        return hiding.by()
                .map(list -> new Change(path, Kind.HIDDEN_UNTRACKED, "ignored by " + list))
                .orElseGet(() -> new Change(path, Kind.UNTRACKED, ""));
    }
}
