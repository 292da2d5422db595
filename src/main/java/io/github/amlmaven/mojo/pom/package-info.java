/**
 * What the poms of a build ask Maven for, and where. The doors are {@link io.github.amlmaven.mojo.pom.PomArtifacts}, which lists the artifacts
 * of an effective model as the gate judges them, and {@link io.github.amlmaven.mojo.pom.CoreExtensions}, which lists those of Maven itself. Versions are the effective model's; places are those of the poms as their authors wrote them,
 * since Maven keeps no place for much of what it merges.
 */
@NullMarked
package io.github.amlmaven.mojo.pom;

import org.jspecify.annotations.NullMarked;
