/**
 * The wire: what a definition is as the body of a request to Azure ML, and whether an answer says the same. The door is {@link
 * io.github.amlmaven.workspace.wire.Wire}. Everything here is a function from trees
 * to trees: nothing is read, sent or remembered, and what a definition refers to is asked of {@link
 * io.github.amlmaven.workspace.wire.Links}.
 */
@NullMarked
package io.github.amlmaven.workspace.wire;

import org.jspecify.annotations.NullMarked;
