/**
 * Read-only trees of files: a commit, a folder and a zip look alike from here. The door is {@link io.github.amlmaven.tree.FileTree};
 * a path in one is a {@link io.github.amlmaven.tree.TreePath}, which cannot be absolute and cannot climb. Nothing here knows where the bytes
 * come from.
 */
@NullMarked
package io.github.amlmaven.tree;

import org.jspecify.annotations.NullMarked;
