package io.github.amlmaven.workspace.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

/** How a service principal gets its token, when it is asked for, and what is said where there is none. */
@ExtendWith(EmulatorExtension.class)
class SignInTest {
    private static final Place PLACE =
            new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE);

    private static Workspace workspace(Emulator emulator, String secret) throws NoSuchAlgorithmException {
        return workspace(emulator, secret, emulator.environment());
    }

    private static Workspace workspace(Emulator emulator, String secret, Map<String, String> environment)
            throws NoSuchAlgorithmException {
        SSLContext before = SSLContext.getDefault();
        SSLContext.setDefault(emulator.sslContext());
        try {
            // Waits until the client is made, and with it whom it believes.
            return Azure.reach(new Connection(
                            Cloud.PUBLIC,
                            Optional.of(emulator.address()),
                            Connection.API_VERSION,
                            new Identity.ServicePrincipal(
                                    emulator.principal().tenantId(),
                                    emulator.principal().clientId(),
                                    secret),
                            Optional.empty(),
                            new Connection.Patience(
                                    Duration.ofSeconds(5),
                                    Duration.ofSeconds(20),
                                    Duration.ofMinutes(1),
                                    3,
                                    Duration.ofMillis(1)),
                            environment,
                            "aml-maven-plugin/test"))
                    .open(PLACE);
        } finally {
            SSLContext.setDefault(before);
        }
    }

    private static long signIns(Emulator emulator) {
        return emulator.log().all().stream()
                .filter(request -> request.path().endsWith("/oauth2/v2.0/token"))
                .count();
    }

    @Test
    void oneTokenIsEnoughForAllRequests(Emulator emulator) throws Exception {
        Workspace workspace = workspace(emulator, emulator.principal().secret());
        for (int i = 0; i < 3; i++) {
            assertThat(workspace.describe().path("location").asText()).isEqualTo("westeurope");
        }
        assertThat(signIns(emulator)).isEqualTo(1);
    }

    @Test
    void aWrongSecretIsSaidOnceAndNotTriedAgain(Emulator emulator) throws Exception {
        ByteArrayOutputStream logged = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(logged, true, UTF_8));
        try {
            Workspace workspace = workspace(emulator, "wrong");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(workspace::describe)
                        .isInstanceOf(WorkspaceException.class)
                        .hasMessageStartingWith("Azure does not know who asks (GET /subscriptions/")
                        .hasMessageEndingWith("AADSTS7000215: Invalid client secret provided.")
                        .hasFieldOrPropertyWithValue("reason", Reason.DENIED);
            }
        } finally {
            System.setErr(before);
        }
        assertThat(signIns(emulator)).isEqualTo(1);
        assertThat(logged.toString(UTF_8)).doesNotContain("AADSTS", "ERROR");
    }

    @Test
    void anEntraThatIsBusyIsAskedAgain(Emulator emulator) throws Exception {
        emulator.faults().on("^POST .*/token", 0, 2, new Fault.Failed(503));
        Workspace workspace = workspace(emulator, emulator.principal().secret());
        assertThat(workspace.describe().path("location").asText()).isEqualTo("westeurope");
        assertThat(signIns(emulator)).isEqualTo(3);
    }

    @Test
    void anEntraThatStaysAwayIsNoMistakeOfTheUser(Emulator emulator) throws Exception {
        emulator.faults().on("^POST .*/token", 0, Integer.MAX_VALUE, new Fault.Failed(503));
        Workspace workspace = workspace(emulator, emulator.principal().secret());
        assertThatThrownBy(workspace::describe)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith("Azure did not answer (GET /subscriptions/")
                .hasMessageEndingWith("Entra ID answered 503, and no token")
                .hasFieldOrPropertyWithValue("reason", Reason.UNAVAILABLE);
        assertThat(signIns(emulator)).isEqualTo(3);
    }

    @Test
    void aSecretNeverGoesOverAnOpenLine(Emulator emulator) throws Exception {
        for (String authority : new String[] {"http://127.0.0.1:9/", "login.example.org", "https://a b/"}) {
            Map<String, String> environment = new HashMap<>(emulator.environment());
            environment.put("AZURE_AUTHORITY_HOST", authority);
            Workspace workspace = workspace(emulator, emulator.principal().secret(), environment);
            assertThatThrownBy(workspace::describe)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageEndingWith("AZURE_AUTHORITY_HOST is '" + authority
                            + "'; it takes an address that begins with https://");
        }
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() {
        AtomicInteger asked = new AtomicInteger();
        assertThat(current(asked, Duration.ofMinutes(4))).isEqualTo("token 2");
        asked.set(0);
        assertThat(current(asked, Duration.ofMinutes(6))).isEqualTo("token 1");
    }

    private static String current(AtomicInteger asked, Duration life) {
        TokenCredential credential = request -> Mono.fromSupplier(() -> new AccessToken(
                "token " + asked.incrementAndGet(),
                OffsetDateTime.now(ZoneOffset.UTC).plus(life)));
        Tokens tokens = new Tokens(credential, "https://example.org/.default");
        tokens.fetch();
        return tokens.current();
    }
}
