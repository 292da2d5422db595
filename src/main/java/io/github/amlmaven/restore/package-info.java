/**
 * A verified snapshot back into a tree, all or nothing: in the place where a working copy is, onto a branch, or into a folder of its own. The
 * doors are {@link io.github.amlmaven.restore.InPlaceRestore}, {@link io.github.amlmaven.restore.BranchRestore} and {@link
 * io.github.amlmaven.restore.FolderRestore}; what each would change is a {@link io.github.amlmaven.restore.Changes}. What is half done
 * after a kill is an {@link io.github.amlmaven.restore.UnfinishedRestore}, and nothing else goes on until it is undone.
 */
@NullMarked
package io.github.amlmaven.restore;

import org.jspecify.annotations.NullMarked;
