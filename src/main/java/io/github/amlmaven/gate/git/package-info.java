/**
 * What may not differ between the working copy and the commit. The doors are {@link io.github.amlmaven.gate.git.GitRules}, {@link
 * io.github.amlmaven.gate.git.AllowDirty} and {@link io.github.amlmaven.gate.git.CodeOnDisk}. Every kind of difference has a rule of its own.
 */
@NullMarked
package io.github.amlmaven.gate.git;

import org.jspecify.annotations.NullMarked;
