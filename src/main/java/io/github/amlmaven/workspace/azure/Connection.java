package io.github.amlmaven.workspace.azure;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach Azure.
 *
 * @param cloud which one; of a private cloud the one that it is like
 * @param endpoint where Resource Manager answers, when that is not the cloud's
 * @param apiVersion the version of the REST API of {@code Microsoft.MachineLearningServices}
 * @param identity who asks
 * @param proxy what is between, if anything is
 * @param patience how long and how often to try
 * @param environment the environment variables, of which Azure's libraries read theirs
 * @param agent what to call ourselves, as {@code name/version}
 */
public record Connection(
        Cloud cloud,
        Optional<URI> endpoint,
        String apiVersion,
        Identity identity,
        Optional<Proxy> proxy,
        Patience patience,
        Map<String, String> environment,
        String agent) {

    /** The newest stable version of the REST API when this was written. */
    public static final String API_VERSION = "2026-05-01";

    /** The variable that says where Entra ID answers, as Azure's own tools have it. */
    public static final String AUTHORITY = "AZURE_AUTHORITY_HOST";

    /** Takes its own copy of the environment. */
    public Connection {
        environment = Map.copyOf(environment);
    }

    /**
     * A proxy.
     *
     * @param host its name
     * @param port its port
     * @param user who asks it; empty when it lets everybody through
     * @param password the user's
     * @param nonProxyHosts hosts that are reached without it, as {@code |} between names with {@code *}; empty for none
     */
    public record Proxy(String host, int port, String user, String password, String nonProxyHosts) {
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * How long and how often to try.
     *
     * @param connect how long a connection may take
     * @param answer how long an answer to a request may take
     * @param operation how long the service may take for one write
     * @param attempts how often a request is sent at most when the service is busy or cut off
     * @param pause how long to wait before a second attempt, and between two looks at a write that is under way, when the service does not
     *     say; before each further attempt twice as long
     */
    public record Patience(Duration connect, Duration answer, Duration operation, int attempts, Duration pause) {
        /** What suits the public cloud. */
        public static final Patience USUAL = new Patience(
                Duration.ofSeconds(10), Duration.ofSeconds(100), Duration.ofMinutes(30), 5, Duration.ofSeconds(1));
    }

    URI resourceManager() {
        return endpoint.orElseGet(cloud::endpoint);
    }

    /** The cloud's, unless the environment has another, as it does for a private cloud. */
    String authority() {
        return environment.getOrDefault(AUTHORITY, cloud.authority());
    }

    /** A private cloud has an Entra ID that Microsoft's does not know of. */
    boolean isPrivate() {
        return endpoint.isPresent() && environment.containsKey(AUTHORITY);
    }

    String scope() {
        return scope(resourceManager());
    }

    String machineLearningScope() {
        return scope(cloud.machineLearning());
    }

    private static String scope(URI audience) {
        String text = audience.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + "/.default";
    }
}
