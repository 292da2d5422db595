package io.github.amlmaven.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An instance of Sigstore of one's own, as companies have them: a certificate authority, the log of its certificates (RFC 6962), and the log of
 * signatures, in which every entry is the first. What it makes is held against Sigstore's own client in Python by the profile {@code oracle}.
 */
public final class SigstoreInstance {
    public static final Instant FOUNDED = Instant.parse("2024-01-01T00:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final X500Name AUTHORITY = new X500Name("O=example.org,CN=authority");
    private static final String LOG = "log.example.org";
    private static final Duration CERTIFICATE_LASTS = Duration.ofMinutes(10);
    private static final ASN1ObjectIdentifier OLD_ISSUER = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.1");
    private static final ASN1ObjectIdentifier ISSUER = new ASN1ObjectIdentifier("1.3.6.1.4.1.57264.1.8");
    private static final ASN1ObjectIdentifier TIMESTAMPS = new ASN1ObjectIdentifier("1.3.6.1.4.1.11129.2.4.2");

    private final KeyPair authority = keys();
    private final KeyPair certificateLog = keys();
    private final KeyPair signatureLog = keys();
    private final byte[] root;

    public SigstoreInstance() throws Exception {
        JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
        root = builder(authority.getPublic(), FOUNDED, Duration.ofDays(3650), AUTHORITY)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        identifiers.createSubjectKeyIdentifier(authority.getPublic()))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
                .getEncoded();
    }

    /** Writes what is trusted of it. */
    public Path writeRoot(Path file) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("mediaType", "application/vnd.dev.sigstore.trustedroot+json;version=0.1");
        json.putArray("tlogs").add(log("https://" + LOG, signatureLog.getPublic()));
        ObjectNode one = json.putArray("certificateAuthorities").addObject();
        one.putObject("subject").put("organization", "example.org").put("commonName", "authority");
        one.put("uri", "https://authority.example.org");
        one.putObject("certChain").putArray("certificates").addObject().put("rawBytes", base64(root));
        one.putObject("validFor").put("start", FOUNDED.toString());
        json.putArray("ctlogs").add(log("https://certificates.example.org", certificateLog.getPublic()));
        JSON.writeValue(file.toFile(), json);
        return file;
    }

    private static JsonNode log(String url, PublicKey key) {
        ObjectNode log = JSON.createObjectNode().put("baseUrl", url).put("hashAlgorithm", "SHA2_256");
        ObjectNode publicKey = log.putObject("publicKey");
        publicKey.put("rawBytes", base64(key.getEncoded())).put("keyDetails", "PKIX_ECDSA_P256_SHA_256");
        publicKey.putObject("validFor").put("start", FOUNDED.toString());
        log.putObject("logId").put("keyId", base64(sha256(key.getEncoded())));
        return log;
    }

    /** Signs a file as soon as there is a certificate. */
    public ObjectNode sign(Path file, String identity, String issuer, Instant at) throws Exception {
        return sign(file, identity, issuer, at, at);
    }

    /**
     * Signs a file.
     *
     * @param file the file
     * @param identity the URI that the certificate names
     * @param issuer who vouches for it
     * @param certified when the certificate was given, for ten minutes
     * @param logged when the signature was put into the log
     * @return the bundle
     */
    public ObjectNode sign(Path file, String identity, String issuer, Instant certified, Instant logged)
            throws Exception {
        KeyPair signer = keys();
        byte[] certificate = certificate(signer.getPublic(), identity, issuer, certified);
        byte[] content = Files.readAllBytes(file);
        byte[] signature = signature(signer.getPrivate(), content);
        ObjectNode bundle = JSON.createObjectNode();
        bundle.put("mediaType", "application/vnd.dev.sigstore.bundle.v0.3+json");
        ObjectNode material = bundle.putObject("verificationMaterial");
        material.putObject("certificate").put("rawBytes", base64(certificate));
        material.putArray("tlogEntries").add(entry(body(content, certificate, signature), logged));
        ObjectNode message = bundle.putObject("messageSignature");
        message.putObject("messageDigest").put("algorithm", "SHA2_256").put("digest", base64(sha256(content)));
        message.put("signature", base64(signature));
        return bundle;
    }

    private byte[] certificate(PublicKey key, String identity, String issuer, Instant at) throws Exception {
        byte[] logged = unlogged(key, identity, issuer, at)
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
                .toASN1Structure()
                .getTBSCertificate()
                .getEncoded();
        return unlogged(key, identity, issuer, at)
                .addExtension(TIMESTAMPS, false, new DEROctetString(timestamps(logged, at)))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()))
                .getEncoded();
    }

    private X509v3CertificateBuilder unlogged(PublicKey key, String identity, String issuer, Instant at)
            throws Exception {
        return builder(key, at, CERTIFICATE_LASTS, new X500Name(""))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_codeSigning))
                .addExtension(
                        Extension.authorityKeyIdentifier,
                        false,
                        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority.getPublic()))
                .addExtension(
                        Extension.subjectAlternativeName,
                        true,
                        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, identity)))
                .addExtension(OLD_ISSUER, false, issuer.getBytes(UTF_8))
                .addExtension(ISSUER, false, new DERUTF8String(issuer));
    }

    private static X509v3CertificateBuilder builder(PublicKey key, Instant from, Duration lasts, X500Name subject) {
        return new JcaX509v3CertificateBuilder(
                AUTHORITY,
                new BigInteger(1, sha256(key.getEncoded())).shiftRight(128),
                Date.from(from),
                Date.from(from.plus(lasts)),
                subject,
                key);
    }

    /** The signed certificate timestamps of a certificate, a list of one (RFC 6962, 3.2 and 3.3). */
    private byte[] timestamps(byte[] certificate, Instant at) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(signed);
        out.write(new byte[] {0, 0});
        out.writeLong(at.toEpochMilli());
        out.writeShort(1);
        out.write(sha256(authority.getPublic().getEncoded()));
        out.writeByte(certificate.length >> 16);
        out.writeShort(certificate.length);
        out.write(certificate);
        out.writeShort(0);
        byte[] signature = signature(certificateLog.getPrivate(), signed.toByteArray());

        ByteArrayOutputStream list = new ByteArrayOutputStream();
        out = new DataOutputStream(list);
        int length = 1 + 32 + 8 + 2 + 2 + 2 + signature.length;
        out.writeShort(2 + length);
        out.writeShort(length);
        out.writeByte(0);
        out.write(sha256(certificateLog.getPublic().getEncoded()));
        out.writeLong(at.toEpochMilli());
        out.writeShort(0);
        out.write(new byte[] {4, 3}); // SHA-256, ECDSA
        out.writeShort(signature.length);
        out.write(signature);
        return list.toByteArray();
    }

    /** What the log has of a signature, in the form of a {@code hashedrekord} 0.0.1. */
    private static byte[] body(byte[] content, byte[] certificate, byte[] signature) {
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8)).encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        String body = "{\"apiVersion\":\"0.0.1\",\"kind\":\"hashedrekord\",\"spec\":{\"data\":{\"hash\":{\"algorithm\":"
                + "\"sha256\",\"value\":\"" + hex(sha256(content)) + "\"}},\"signature\":{\"content\":\""
                + base64(signature) + "\",\"publicKey\":{\"content\":\"" + base64(pem.getBytes(UTF_8)) + "\"}}}}";
        return body.getBytes(UTF_8);
    }

    private ObjectNode entry(byte[] body, Instant logged) throws GeneralSecurityException {
        byte[] id = sha256(signatureLog.getPublic().getEncoded());
        byte[] leaf = new byte[body.length + 1];
        System.arraycopy(body, 0, leaf, 1, body.length);
        byte[] tree = sha256(leaf);
        ObjectNode entry = JSON.createObjectNode();
        entry.put("logIndex", "0");
        entry.putObject("logId").put("keyId", base64(id));
        entry.putObject("kindVersion").put("kind", "hashedrekord").put("version", "0.0.1");
        entry.put("integratedTime", String.valueOf(logged.getEpochSecond()));
        String promised = "{\"body\":\"" + base64(body) + "\",\"integratedTime\":" + logged.getEpochSecond()
                + ",\"logID\":\"" + hex(id) + "\",\"logIndex\":0}";
        entry.putObject("inclusionPromise")
                .put("signedEntryTimestamp", base64(signature(signatureLog.getPrivate(), promised.getBytes(UTF_8))));
        ObjectNode proof = entry.putObject("inclusionProof");
        proof.put("logIndex", "0").put("rootHash", base64(tree)).put("treeSize", "1");
        proof.putArray("hashes");
        String note = LOG + " - 1\n1\n" + base64(tree) + "\n";
        byte[] signed = signature(signatureLog.getPrivate(), note.getBytes(UTF_8));
        byte[] hinted = new byte[4 + signed.length];
        System.arraycopy(id, 0, hinted, 0, 4);
        System.arraycopy(signed, 0, hinted, 4, signed.length);
        proof.putObject("checkpoint").put("envelope", note + "\n— " + LOG + " " + base64(hinted) + "\n");
        entry.put("canonicalizedBody", base64(body));
        return entry;
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] signature(PrivateKey key, byte[] content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(content);
        return signature.sign();
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
