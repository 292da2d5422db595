package io.github.amlmaven.emulator;

/**
 * The one service principal that the emulator knows. Its secrets are planted: they are told to nobody but who signs in, and must be found in no log.
 *
 * @param tenantId the directory that it is in
 * @param clientId its id
 * @param secret its password
 * @param assertion what it may show in place of the password, as a build server's identity provider would sign it
 */
public record Principal(String tenantId, String clientId, String secret, String assertion) {

    /** The one that an emulator knows unless it is told of another. */
    public static final Principal DEFAULT = new Principal(
            "aaaaaaaa-0000-4000-8000-000000000001",
            "aaaaaaaa-0000-4000-8000-000000000002",
            "pLanted~S3cret.of-the_principal-5f1c9b7a40",
            "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwbGFudGVkIn0.cGxhbnRlZC1hc3NlcnRpb24tODQ3MTJj");

    @Override
    public String toString() {
        return "principal " + clientId + " of " + tenantId;
    }
}
