package io.github.amlmaven.mojo;

import io.github.amlmaven.workspace.azure.Connection;
import io.github.amlmaven.workspace.azure.Identity;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** What Maven's settings say about getting to Azure: the proxy on the way, and a service principal. Secrets are decrypted by Maven alone. */
@Named
final class Access {
    private final SettingsDecrypter decrypter;

    @Inject
    Access(SettingsDecrypter decrypter) {
        this.decrypter = decrypter;
    }

    /**
     * Who asks.
     *
     * @param session the build
     * @param serverId a server of the settings; nothing for whoever Azure's own tools find
     * @param tenant the directory of the service principal, when the settings do not say
     * @param variable an environment variable that has a token
     * @param environment the environment variables
     * @return who
     * @throws MojoFailureException when the settings or the environment lack something
     */
    Identity identity(
            MavenSession session,
            Optional<String> serverId,
            Optional<String> tenant,
            Optional<String> variable,
            Map<String, String> environment)
            throws MojoFailureException {
        if (variable.isPresent()) {
            String token = environment.getOrDefault(variable.get(), "");
            if (token.isBlank()) {
                throw new MojoFailureException(
                        "aml.tokenVariable: there is nothing in the environment variable " + variable.get() + ".");
            }
            return new Identity.Bearer(token.trim());
        }
        return serverId.isPresent() ? principal(session, serverId.get(), tenant) : new Identity.Found();
    }

    private Identity principal(MavenSession session, String id, Optional<String> tenant) throws MojoFailureException {
        Server server = session.getSettings().getServer(id);
        if (server == null) {
            throw new MojoFailureException("aml.serverId: there is no server '" + id + "' in the settings of Maven.");
        }
        SettingsDecryptionResult decrypted =
                decrypted(new DefaultSettingsDecryptionRequest(server), "the server " + id);
        String secret = decrypted.getServer().getPassword();
        Optional<String> directory = tenant.isPresent() ? tenant : tenant(server);
        if (server.getUsername() == null || secret == null || directory.isEmpty()) {
            throw new MojoFailureException(
                    "The server '" + id + "' in the settings of Maven needs a username (the client id"
                            + " of a service principal), a password (its secret) and in its configuration a tenant.");
        }
        return new Identity.ServicePrincipal(directory.get(), server.getUsername(), secret);
    }

    private static Optional<String> tenant(Server server) {
        return Optional.ofNullable((Xpp3Dom) server.getConfiguration())
                .flatMap(configuration -> Optional.ofNullable(configuration.getChild("tenant")))
                .flatMap(element -> Optional.ofNullable(element.getValue()))
                .map(String::trim);
    }

    private SettingsDecryptionResult decrypted(SettingsDecryptionRequest request, String what)
            throws MojoFailureException {
        SettingsDecryptionResult result = decrypter.decrypt(request);
        for (SettingsProblem problem : result.getProblems()) {
            if (problem.getSeverity() != SettingsProblem.Severity.WARNING) {
                throw new MojoFailureException(
                        "Maven cannot decrypt " + what + " of its settings: " + problem.getMessage()
                                + ". See whether settings-security.xml is there and is the one that it was encrypted with;"
                                + " `mvn --encrypt-password` encrypts it anew.");
            }
        }
        return result;
    }

    /**
     * The proxy on the way.
     *
     * @param session the build
     * @return the active one of the settings that is for HTTPS, or else for HTTP
     * @throws MojoFailureException when Maven cannot decrypt its password
     */
    Optional<Connection.Proxy> proxy(MavenSession session) throws MojoFailureException {
        for (String protocol : List.of("https", "http")) {
            for (Proxy proxy : session.getSettings().getProxies()) {
                if (proxy.isActive() && protocol.equalsIgnoreCase(proxy.getProtocol())) {
                    return Optional.of(proxy(proxy));
                }
            }
        }
        return Optional.empty();
    }

    private Connection.Proxy proxy(Proxy proxy) throws MojoFailureException {
        String password = decrypted(new DefaultSettingsDecryptionRequest(proxy), "the proxy " + proxy.getHost())
                .getProxy()
                .getPassword();
        return new Connection.Proxy(
                proxy.getHost(),
                proxy.getPort(),
                Objects.requireNonNullElse(proxy.getUsername(), ""),
                Objects.requireNonNullElse(password, ""),
                Objects.requireNonNullElse(proxy.getNonProxyHosts(), ""));
    }
}
