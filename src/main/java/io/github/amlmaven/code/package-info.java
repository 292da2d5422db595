/**
 * What the Azure ML client would upload of a code folder: its ignore files, additional includes and links, and the hash that the service
 * looks it up by. What is uploaded depends on a {@link io.github.amlmaven.code.CodeUse}. The doors are {@link io.github.amlmaven.code.CodeFolder}, {@link io.github.amlmaven.code.CodeHash} and {@link
 * io.github.amlmaven.code.Surplus}. It reads trees and knows nothing of definitions.
 */
@NullMarked
package io.github.amlmaven.code;

import org.jspecify.annotations.NullMarked;
