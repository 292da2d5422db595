/**
 * What may not be published, and why. The door is {@link io.github.amlmaven.gate.Finding}: all rules always run, findings accumulate, and
 * a rule is one small class. Each kind of dependency has a room of its own below this one.
 */
@NullMarked
package io.github.amlmaven.gate;

import org.jspecify.annotations.NullMarked;
