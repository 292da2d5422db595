package io.github.amlmaven.signature;

import java.util.regex.Pattern;

/**
 * Who has to have signed with Sigstore. Its certificates are for anybody: only the identity that one names, and whose word that is, tell a team's
 * from all others.
 *
 * @param identity what the certificate's subject alternative name has to be, all of it: an address of mail, or the URI of a workflow
 * @param issuer the OpenID Connect issuer that the certificate has to name
 */
public record SigstoreIdentity(Pattern identity, String issuer) {}
