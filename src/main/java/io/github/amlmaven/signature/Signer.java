package io.github.amlmaven.signature;

import java.time.Instant;

/**
 * Who signed a file.
 *
 * @param id the fingerprint of the primary key, in upper-case hex digits, as {@code gpg} shows it; with Sigstore, the identity that the
 *     certificate names
 * @param owner the first user id of the key, empty when it has none; with Sigstore, the issuer that says who that is
 * @param signedAt when the signature says that it was made, in whole seconds; with Sigstore, when a log or a timestamp authority says so
 */
public record Signer(String id, String owner, Instant signedAt) {}
