package io.github.amlmaven.workspace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is said where no connection is made. */
@ExtendWith(EmulatorExtension.class)
class UnreachedTest {
    private static Workspace workspace(String address, Optional<Connection.Proxy> proxy, int attempts) {
        return AzureWorkspace.open(
                new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE),
                new Connection(
                        Cloud.PUBLIC,
                        Optional.of(URI.create(address)),
                        Connection.API_VERSION,
                        new Identity.Bearer("token"),
                        proxy,
                        new Connection.Patience(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(20),
                                Duration.ofMinutes(1),
                                attempts,
                                Duration.ofMillis(1)),
                        Map.of(),
                        "aml-maven-plugin/test"));
    }

    /** A port where nobody listens. It is taken while this is open: one that is free may be anybody's by the time that it is asked. */
    private static Socket nobody() throws IOException {
        Socket bound = new Socket();
        bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return bound;
    }

    @Test
    void anAddressWhereNobodyListensIsNamed() throws Exception {
        try (Socket nobody = nobody()) {
            int port = nobody.getLocalPort();
            assertThatThrownBy(workspace("https://127.0.0.1:" + port, Optional.empty(), 2)::describe)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageStartingWith("Azure did not answer (GET /subscriptions/")
                    .hasMessageEndingWith("): nothing takes connections at 127.0.0.1:" + port
                            + ", and no proxy is named in Maven's settings or in HTTPS_PROXY")
                    .hasFieldOrPropertyWithValue("reason", Reason.UNAVAILABLE);
        }
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() {
        assertThatThrownBy(workspace("https://nowhere.invalid", Optional.empty(), 2)::describe)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageContaining("): no address is known of nowhere.invalid:443, and no proxy is named");
    }

    @Test
    void aProxyThatIsAwayIsNamed() throws Exception {
        try (Socket nobody = nobody()) {
            int port = nobody.getLocalPort();
            Connection.Proxy proxy = new Connection.Proxy("127.0.0.1", port, "", "", "");
            assertThatThrownBy(workspace("https://management.example.com", Optional.of(proxy), 2)::describe)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageEndingWith("): nothing takes connections at the proxy 127.0.0.1:" + port
                            + ", or at management.example.com:443 if that is one of its nonProxyHosts");
        }
    }

    @Test
    void aCertificateThatJavaDoesNotTrustIsToldWithTheSettingAtOnce(Emulator emulator) {
        Workspace workspace = workspace(emulator.address().toString(), Optional.empty(), 99);
        assertThatThrownBy(workspace::describe)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith("This Java does not trust whoever answers in the place of Azure (GET ")
                .hasMessageContaining("-Djavax.net.ssl.trustStore in .mvn/jvm.config")
                .hasFieldOrPropertyWithValue("reason", Reason.DENIED);
        assertThat(emulator.log().all()).isEmpty();
    }

    @Test
    void aTrustStoreThatIsNotThereTrustsNobody(Emulator emulator) throws Exception {
        KeyStore nothing = KeyStore.getInstance(KeyStore.getDefaultType());
        nothing.load(null, null);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(nothing);
        SSLContext nobody = SSLContext.getInstance("TLS");
        nobody.init(null, factory.getTrustManagers(), null);
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(nobody);
        try {
            Workspace workspace = workspace(emulator.address().toString(), Optional.empty(), 99);
            assertThatThrownBy(workspace::describe)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageStartingWith("This Java does not trust whoever answers in the place of Azure (GET ")
                    .hasMessageContaining("trustAnchors");
        } finally {
            SSLContext.setDefault(before);
        }
    }
}
