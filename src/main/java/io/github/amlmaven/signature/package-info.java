/**
 * Who made a file, by the signature beside it. The doors are {@link io.github.amlmaven.signature.Keyring}, the OpenPGP keys that a team trusts, and
 * {@link io.github.amlmaven.signature.SigstoreVerifier}, an identity by the word of an issuer. The library that knows either is loaded by whoever
 * asks for it, and by nobody else; that of Sigstore need not be there, which {@link io.github.amlmaven.signature.SigstoreLibrary} tells.
 */
@NullMarked
package io.github.amlmaven.signature;

import org.jspecify.annotations.NullMarked;
