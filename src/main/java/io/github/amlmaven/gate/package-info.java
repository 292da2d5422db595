/**
 * What may not be published, and why. The door is {@link io.github.amlmaven.gate.Gate}: all its rules always run, findings accumulate, and a
 * rule is one small class. Each kind of dependency has a room of its own below this one, and {@code catalogue} knows them all.
 */
@NullMarked
package io.github.amlmaven.gate;

import org.jspecify.annotations.NullMarked;
