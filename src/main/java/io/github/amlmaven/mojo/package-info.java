/**
 * The goals, one thin class each: read the parameters, call the rooms in their order, map the outcome to Maven's exceptions. The doors are
 * {@link io.github.amlmaven.mojo.SnapshotMojo} and {@link io.github.amlmaven.mojo.CheckMojo}. Nothing outside this room knows Maven.
 */
@NullMarked
package io.github.amlmaven.mojo;

import org.jspecify.annotations.NullMarked;
