/**
 * What may stand in no file that is published. The door is {@link io.github.amlmaven.gate.secret.SecretRules}. No rule here ever sees
 * a secret: what it judges holds the place alone.
 */
@NullMarked
package io.github.amlmaven.gate.secret;

import org.jspecify.annotations.NullMarked;
