/**
 * What may not float among the artifacts that Maven itself takes to build a project. The door is {@link
 * io.github.amlmaven.gate.maven.MavenRules}. What the poms ask for comes in as records; no rule here knows Maven.
 */
@NullMarked
package io.github.amlmaven.gate.maven;

import org.jspecify.annotations.NullMarked;
