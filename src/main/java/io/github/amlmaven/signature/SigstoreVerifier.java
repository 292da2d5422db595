package io.github.amlmaven.signature;

import dev.sigstore.KeylessVerificationException;
import dev.sigstore.KeylessVerifier;
import dev.sigstore.VerificationOptions;
import dev.sigstore.VerificationOptions.CertificateMatcher;
import dev.sigstore.bundle.Bundle;
import dev.sigstore.bundle.BundleParseException;
import dev.sigstore.rekor.client.RekorEntry;
import dev.sigstore.strings.StringMatcher;
import dev.sigstore.timestamp.client.ImmutableTimestampResponse;
import dev.sigstore.timestamp.client.TimestampException;
import dev.sigstore.trustroot.SigstoreConfigurationException;
import dev.sigstore.trustroot.SigstoreTrustedRoot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1String;
import org.jspecify.annotations.Nullable;

/**
 * Verifies Sigstore's bundles, as {@code sigstore-maven-plugin} and {@code cosign} write them: the certificate, the logs that it and the signature
 * are in, and the time. The trusted root is a file, which says whose certificates, logs and timestamps count: no network is asked, so that an old
 * version can be verified on the day when nothing else works.
 */
public final class SigstoreVerifier implements SignatureVerifier {
    /** That of the public instance has some kilobytes. */
    private static final int LARGEST_ROOT = 1 << 20;

    /** A bundle has some kilobytes. */
    private static final int LARGEST_BUNDLE = 1 << 20;

    /** The extension of a certificate in which Fulcio names the issuer, as a DER string (Fulcio's page of its object identifiers). */
    private static final String ISSUER = "1.3.6.1.4.1.57264.1.8";

    private final KeylessVerifier verifier;
    private final SigstoreIdentity trusted;

    private SigstoreVerifier(KeylessVerifier verifier, SigstoreIdentity trusted) {
        this.verifier = verifier;
        this.trusted = trusted;
    }

    /**
     * Reads what is trusted.
     *
     * @param trustedRoot JSON, as {@code cosign trusted-root create} writes it
     * @param trusted who has to have signed
     * @return what verifies signatures by them
     * @throws SignatureRefusedException when the file is no trusted root
     * @throws IOException when it cannot be read
     */
    public static SigstoreVerifier read(Path trustedRoot, SigstoreIdentity trusted)
            throws SignatureRefusedException, IOException {
        byte[] root = SmallFiles.read(trustedRoot, LARGEST_ROOT);
        try {
            KeylessVerifier verifier = KeylessVerifier.builder()
                    .trustedRootProvider(() -> SigstoreTrustedRoot.from(new ByteArrayInputStream(root)))
                    .build();
            return new SigstoreVerifier(verifier, trusted);
        } catch (SigstoreConfigurationException | GeneralSecurityException | RuntimeException e) {
            throw new SignatureRefusedException(trustedRoot + " is no trusted root of Sigstore: " + words(e), e);
        }
    }

    @Override
    public Signer verify(FileChannel signed, Path signature) throws SignatureRefusedException, IOException {
        byte[] json = SmallFiles.read(signature, LARGEST_BUNDLE);
        try {
            Bundle bundle = Bundle.from(new StringReader(new String(json, StandardCharsets.UTF_8)));
            if (bundle.getMessageSignature().isEmpty()) {
                throw new SignatureRefusedException(
                        "Its bundle has an attestation, which says something about the file, and"
                                + " no signature of the file.");
            }
            verifier.verify(digest(signed), bundle, VerificationOptions.empty());
            X509Certificate certificate =
                    (X509Certificate) bundle.getCertPath().getCertificates().get(0);
            Instant signedAt = signedAt(bundle);
            certificate.checkValidity(Date.from(signedAt));
            Signer signer = new Signer(identity(certificate), issuer(certificate), signedAt);
            if (!isTrusted(certificate)) {
                throw new SignatureRefusedException(
                        "It is signed by " + signer.id() + ", by the word of " + signer.owner() + ".");
            }
            return signer;
        } catch (BundleParseException e) {
            throw new SignatureRefusedException(signature + " is no bundle of Sigstore: " + words(e), e);
        } catch (KeylessVerificationException | GeneralSecurityException | TimestampException | RuntimeException e) {
            // The library throws whatever its parsers come upon in what is no bundle.
            throw new SignatureRefusedException("Its bundle does not prove who signed it: " + words(e), e);
        }
    }

    private static byte[] digest(FileChannel signed) throws IOException, GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        SignedBytes.read(signed, digest::update);
        return digest.digest();
    }

    private boolean isTrusted(X509Certificate certificate) {
        StringMatcher name =
                text -> text != null && trusted.identity().matcher(text).matches();
        return CertificateMatcher.fulcio()
                .subjectAlternativeName(name)
                .issuer(StringMatcher.string(trusted.issuer()))
                .build()
                .test(certificate);
    }

    /**
     * When it was signed, by the word of a log or a timestamp authority that was verified. Version 2.0.0 of the library does not compare what a log
     * says with the minutes for which the certificate was given (mended in sigstore-java#1185).
     */
    private static Instant signedAt(Bundle bundle) throws SignatureRefusedException, TimestampException {
        for (RekorEntry entry : bundle.getEntries()) {
            @Nullable String promise = entry.getVerification().getSignedEntryTimestamp();
            if (promise != null && !promise.isEmpty()) {
                return entry.getIntegratedTimeInstant();
            }
        }
        if (bundle.getTimestamps().isEmpty()) {
            throw new SignatureRefusedException("Nobody says in its bundle when it was signed.");
        }
        byte[] first = bundle.getTimestamps().get(0).getRfc3161Timestamp();
        return ImmutableTimestampResponse.builder()
                .encoded(first)
                .build()
                .getGenTime()
                .toInstant();
    }

    private static String identity(X509Certificate certificate) throws CertificateParsingException {
        return Objects.requireNonNullElse(certificate.getSubjectAlternativeNames(), List.<List<?>>of()).stream()
                .map(name -> String.valueOf(name.get(1)))
                .collect(Collectors.joining(", "));
    }

    private static String issuer(X509Certificate certificate) throws IOException {
        byte @Nullable [] extension = certificate.getExtensionValue(ISSUER);
        if (extension == null) {
            return "an issuer that it does not name";
        }
        ASN1Primitive value = ASN1Primitive.fromByteArray(
                ASN1OctetString.getInstance(extension).getOctets());
        return value instanceof ASN1String text ? text.getString() : String.valueOf(value);
    }

    /** Its messages have lines of their own, and no end. */
    private static String words(Exception e) {
        return String.valueOf(e.getMessage()).replaceAll("\\s+", " ").strip() + ".";
    }
}
