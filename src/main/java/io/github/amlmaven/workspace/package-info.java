/**
 * A place that runs pipelines, or holds assets for those that do, as the rest of the house sees it. The door is the port {@link
 * io.github.amlmaven.workspace.Workspace}: resources by {@link io.github.amlmaven.workspace.ResourceName}, their bodies as JSON trees in which
 * nothing is dropped, and blobs for what is too large to be in a body. Nothing here knows HTTP, and nothing decides what is written.
 */
@NullMarked
package io.github.amlmaven.workspace;

import org.jspecify.annotations.NullMarked;
