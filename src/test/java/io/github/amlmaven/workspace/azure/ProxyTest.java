package io.github.amlmaven.workspace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.ForwardProxy;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The proxies of the settings and of the environment, and what is said when one lets nobody through. */
@ExtendWith(EmulatorExtension.class)
class ProxyTest {
    private static final String NOBODY = "http://127.0.0.1:9";

    /** By Azure's own names, which nothing but a proxy leads to here. */
    private static Workspace azure(Emulator emulator, Optional<Connection.Proxy> proxy, Map<String, String> environment)
            throws NoSuchAlgorithmException {
        return workspace(emulator, Optional.empty(), proxy, environment);
    }

    private static Workspace workspace(
            Emulator emulator,
            Optional<URI> endpoint,
            Optional<Connection.Proxy> proxy,
            Map<String, String> environment)
            throws NoSuchAlgorithmException {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(emulator.sslContext());
        try {
            return AzureWorkspace.open(
                    new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE),
                    new Connection(
                            Cloud.PUBLIC,
                            endpoint,
                            Connection.API_VERSION,
                            new Identity.ServicePrincipal(
                                    emulator.principal().tenantId(),
                                    emulator.principal().clientId(),
                                    emulator.principal().secret()),
                            proxy,
                            Connection.Patience.USUAL,
                            environment,
                            "aml-maven-plugin/test"));
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static Connection.Proxy settings(ForwardProxy proxy) {
        return new Connection.Proxy("127.0.0.1", proxy.address().getPort(), "", "", "");
    }

    private static String address(ForwardProxy proxy, String user) {
        return "http://" + user + "127.0.0.1:" + proxy.address().getPort();
    }

    @Test
    void thatOfTheEnvironmentCountsWhereTheSettingsHaveNone(Emulator emulator) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.start(emulator)) {
            String whole = address(proxy, "");
            for (Map<String, String> environment : List.of(
                    Map.of("HTTPS_PROXY", whole),
                    Map.of("https_proxy", whole.replace("http://", "")),
                    Map.of("HTTP_PROXY", whole))) {
                Workspace workspace = azure(emulator, Optional.empty(), environment);
                assertThat(workspace.describe().path("location").asText()).isEqualTo("westeurope");
            }
            assertThat(proxy.hosts()).contains("management.azure.com:443");
        }
    }

    @Test
    void whatIsNoAddressIsNoProxyAndIsNotShown() {
        assertThat(EnvironmentProxy.of(Map.of("HTTPS_PROXY", "http://ada:pLanted^@nowhere")))
                .isEmpty();
        assertThat(EnvironmentProxy.of(Map.of("HTTPS_PROXY", " ", "http_proxy", "proxy.example.com")))
                .contains(new Connection.Proxy("proxy.example.com", 80, "", "", ""));
    }

    @Test
    void thatOfTheSettingsGoesFirst(Emulator emulator) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.start(emulator)) {
            azure(emulator, Optional.of(settings(proxy)), Map.of("HTTPS_PROXY", NOBODY))
                    .describe();
            assertThat(proxy.hosts()).contains("management.azure.com:443");
        }
    }

    @Test
    void whatTheEnvironmentExceptsIsReachedWithoutIt(Emulator emulator) throws Exception {
        Map<String, String> environment = new HashMap<>(emulator.environment());
        environment.put("HTTPS_PROXY", NOBODY);
        environment.put("NO_PROXY", "other.example.com,127.0.0.1");
        workspace(emulator, Optional.of(emulator.address()), Optional.empty(), environment)
                .describe();
        assertThat(emulator.log().all()).isNotEmpty();
    }

    @Test
    void oneThatLetsNobodyThroughIsToldFromAzure(Emulator emulator) throws Exception {
        try (ForwardProxy proxy = ForwardProxy.start(emulator, "ada", "pLanted-pr0xy")) {
            assertBarred(azure(emulator, Optional.of(settings(proxy)), Map.of()));
            // Trying again would not help.
            assertThat(proxy.hosts()).hasSizeLessThan(Connection.Patience.USUAL.attempts());
            // Java itself keeps a password back, unless it is told otherwise.
            assertBarred(
                    azure(emulator, Optional.empty(), Map.of("HTTPS_PROXY", address(proxy, "ada:pLanted-pr0xy@"))));
            assertThat(emulator.log().all()).isEmpty();
        }
    }

    private static void assertBarred(Workspace workspace) {
        assertThatThrownBy(workspace::describe)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith(
                        "The proxy lets nothing through to Azure: it answered 407 (Basic realm=\"company\")")
                .hasMessageContaining("-Djdk.http.auth.tunneling.disabledSchemes=")
                .hasMessageNotContaining("pLanted");
    }
}
