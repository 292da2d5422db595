/**
 * The goals, one thin class each: read the parameters, call the rooms in their order, map the outcome to Maven's exceptions. The doors are
 * {@link io.github.amlmaven.mojo.SnapshotMojo}, {@link io.github.amlmaven.mojo.CheckMojo}, {@link io.github.amlmaven.mojo.PlanMojo},
 * {@link io.github.amlmaven.mojo.DeployMojo} and {@link io.github.amlmaven.mojo.HistoryMojo}. Nothing outside this room knows Maven, but for its Resolver, which the room of repositories knows.
 */
@NullMarked
package io.github.amlmaven.mojo;

import org.jspecify.annotations.NullMarked;
