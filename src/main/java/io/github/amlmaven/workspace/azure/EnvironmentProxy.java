package io.github.amlmaven.workspace.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The proxy of the environment, as Azure's own tools and curl read it: {@code HTTPS_PROXY}, then {@code HTTP_PROXY}, and {@code NO_PROXY}, each in
 * capitals or in small letters.
 */
final class EnvironmentProxy {
    private static final Logger LOG = LoggerFactory.getLogger(EnvironmentProxy.class);
    private static final int USUAL_PORT = 80;

    private EnvironmentProxy() {}

    static Optional<Connection.Proxy> of(Map<String, String> environment) {
        return Stream.of("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy")
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .flatMap(name -> read(
                        name,
                        environment.getOrDefault(name, "").trim(),
                        environment.getOrDefault("NO_PROXY", environment.getOrDefault("no_proxy", ""))));
    }

    private static Optional<Connection.Proxy> read(String variable, String address, String without) {
        try {
            URI proxy = new URI(address.contains("://") ? address : "http://" + address);
            if (proxy.getHost() != null) {
                String user = proxy.getUserInfo();
                String[] both = (user == null ? "" : user).split(":", 2);
                return Optional.of(new Connection.Proxy(
                        proxy.getHost(),
                        proxy.getPort() < 0 ? USUAL_PORT : proxy.getPort(),
                        both[0],
                        both.length > 1 ? both[1] : "",
                        names(without)));
            }
        } catch (URISyntaxException e) {
            // It may have a password, and so may the message.
            LOG.debug("{} cannot be read: {}", variable, e.getReason());
        }
        LOG.warn(
                "{} in the environment is no address of a proxy, and is not used. Write http://<host>:<port>.",
                variable);
        return Optional.empty();
    }

    /** As Maven writes them; a domain is all that is in it. */
    private static String names(String without) {
        return Arrays.stream(without.split(",", -1))
                .map(String::trim)
                .filter(name -> !name.isEmpty())
                .map(name -> name.startsWith(".") ? "*" + name : name)
                .collect(Collectors.joining("|"));
    }
}
