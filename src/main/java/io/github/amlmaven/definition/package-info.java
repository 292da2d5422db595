/**
 * Azure ML definitions and what they refer to. The door is {@link io.github.amlmaven.definition.DefinitionGraph}: assets are its nodes,
 * references its edges, each with file, line and column. Nothing in a definition is dropped, renamed or retyped.
 */
@NullMarked
package io.github.amlmaven.definition;

import org.jspecify.annotations.NullMarked;
