/**
 * The repository: what a commit holds, and what differs from it on disk. The door is {@link io.github.amlmaven.git.GitRepository}; it gives
 * the commit and the working copy as file trees, and the status of the working copy. What is written goes through a door of its own,
 * {@link io.github.amlmaven.git.BranchWriter}, which can add a branch and nothing else. Nothing that a repository configures is ever executed
 * here, and nothing is written into the user's home.
 */
@NullMarked
package io.github.amlmaven.git;

import org.jspecify.annotations.NullMarked;
