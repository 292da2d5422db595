/**
 * Brings a snapshot to a workspace or a registry. The doors are {@link io.github.amlmaven.publish.Planner}, which only reads and says in a
 * {@link io.github.amlmaven.publish.Plan} what would be done, and {@link io.github.amlmaven.publish.Publisher}, which does that and nothing
 * else; both work on a {@link io.github.amlmaven.publish.Publication}, a snapshot as one target gets it. What is there already is judged by
 * what it holds, and never by a tag on it.
 */
@NullMarked
package io.github.amlmaven.publish;

import org.jspecify.annotations.NullMarked;
