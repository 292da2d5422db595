package io.github.amlmaven.workspace.azure;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proxy of the environment that wants a password. One without is left to Azure's libraries, which read the same variables. */
final class EnvironmentProxy {
    private EnvironmentProxy() {}

    static Optional<Connection.Proxy> of(Map<String, String> environment) {
        return Stream.of("HTTPS_PROXY", "HTTP_PROXY")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(address -> !address.isBlank())
                .findFirst()
                .flatMap(address -> read(address, environment.getOrDefault("NO_PROXY", "")));
    }

    private static Optional<Connection.Proxy> read(String address, String without) {
        try {
            URI proxy = new URI(address.trim());
            String user = proxy.getUserInfo();
            if (user == null || proxy.getHost() == null || proxy.getPort() < 0) {
                return Optional.empty();
            }
            String[] both = user.split(":", 2);
            return Optional.of(new Connection.Proxy(
                    proxy.getHost(), proxy.getPort(), both[0], both.length > 1 ? both[1] : "", names(without)));
        } catch (URISyntaxException e) {
            // Azure's libraries say so.
            return Optional.empty();
        }
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
