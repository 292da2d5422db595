/**
 * The repository: what a commit holds, and what differs from it on disk. The door is {@link io.github.amlmaven.git.GitRepository}; it gives
 * the commit and the working copy as file trees, and the status of the working copy. Nothing that a repository configures is ever executed
 * here, and nothing is written, neither into the repository nor into the user's home.
 */
@NullMarked
package io.github.amlmaven.git;

import org.jspecify.annotations.NullMarked;
