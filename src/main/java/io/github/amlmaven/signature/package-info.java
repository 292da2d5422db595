/**
 * Who made a file, by its OpenPGP signature. The door is {@link io.github.amlmaven.signature.Keyring}: the keys that a team trusts, which say of a
 * file and its detached signature whether one of them signed it. The library that knows OpenPGP is loaded by whoever reads a keyring, and by
 * nobody else.
 */
@NullMarked
package io.github.amlmaven.signature;

import org.jspecify.annotations.NullMarked;
