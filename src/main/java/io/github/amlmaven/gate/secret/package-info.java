/**
 * What may stand in no file that is published. The doors are {@link io.github.amlmaven.gate.secret.SecretRules} and {@link
 * io.github.amlmaven.gate.secret.SecretScan}, which reads every captured file. No rule ever sees a secret, and no finding holds a part of
 * one: what is judged is its kind and its place.
 */
@NullMarked
package io.github.amlmaven.gate.secret;

import org.jspecify.annotations.NullMarked;
