package io.github.amlmaven.signature;

import java.time.Instant;

/**
 * Who signed a file.
 *
 * @param fingerprint of the primary key, in upper-case hex digits, as {@code gpg} shows it
 * @param owner the first user id of the key; empty when it has none
 * @param signedAt when the signature says that it was made, in whole seconds
 */
public record Signer(String fingerprint, String owner, Instant signedAt) {}
