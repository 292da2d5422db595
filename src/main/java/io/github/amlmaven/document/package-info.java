/**
 * One YAML or JSON file, read without loss: a tree of Jackson nodes, and the line and column where each of them stands. The door is
 * {@link io.github.amlmaven.document.Document}. Types are resolved as PyYAML does, since that is what the Azure ML client reads with.
 */
@NullMarked
package io.github.amlmaven.document;

import org.jspecify.annotations.NullMarked;
