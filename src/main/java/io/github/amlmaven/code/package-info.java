/**
 * What the Azure ML client would upload of a code folder: its ignore files, additional includes and links, and the hash that the service
 * looks it up by. The doors are {@link io.github.amlmaven.code.CodeFolder}, {@link io.github.amlmaven.code.CodeHash} and {@link
 * io.github.amlmaven.code.Surplus}. It reads trees and knows nothing of definitions.
 */
@NullMarked
package io.github.amlmaven.code;

import org.jspecify.annotations.NullMarked;
