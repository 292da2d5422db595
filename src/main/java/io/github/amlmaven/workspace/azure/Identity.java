package io.github.amlmaven.workspace.azure;

/** Who asks. None of them ever shows its secret. */
public sealed interface Identity {

    /**
     * Whoever Azure's own tools find: the environment's service principal or workload identity, a managed identity, then whoever is signed in to
     * a developer's tools.
     */
    record Found() implements Identity {}

    /**
     * A service principal with a secret.
     *
     * @param tenant the directory that it is in
     * @param clientId its application id
     * @param secret its secret
     */
    record ServicePrincipal(String tenant, String clientId, String secret) implements Identity {
        @Override
        public String toString() {
            return "service principal " + clientId + " of " + tenant;
        }
    }

    /**
     * Whoever a token was given to. It is not renewed.
     *
     * @param token an access token for Resource Manager
     */
    record Bearer(String token) implements Identity {
        @Override
        public String toString() {
            return "the bearer of a token";
        }
    }
}
