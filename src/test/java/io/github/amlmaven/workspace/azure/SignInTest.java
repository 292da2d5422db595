package io.github.amlmaven.workspace.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How a service principal gets its token, when it is asked for, and what is said where there is none. */
@ExtendWith(EmulatorExtension.class)
class SignInTest {
    private static final Place PLACE =
            new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE);

    private static Workspace workspace(Emulator emulator, String secret) throws NoSuchAlgorithmException {
        return workspace(emulator, secret, PLACE);
    }

    private static Workspace workspace(Emulator emulator, String secret, Place place) throws NoSuchAlgorithmException {
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
                            emulator.environment(),
                            "aml-maven-plugin/test"))
                    .open(place);
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
    void aWrongSecretIsTold(Emulator emulator) throws Exception {
        Workspace workspace = workspace(emulator, "wrong");
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(workspace::describe)
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageStartingWith("Azure does not know who asks (GET /subscriptions/")
                    .hasMessageEndingWith("AADSTS7000215: Invalid client secret provided.")
                    .hasFieldOrPropertyWithValue("reason", Reason.DENIED);
        }
    }

    @Test
    void aWorkspaceThatIsNotThereIsToldByItsNames(Emulator emulator) throws Exception {
        Place elsewhere = new Place(Place.Kind.WORKSPACE, PLACE.subscriptionId(), PLACE.resourceGroup(), "elsewhere");
        Workspace workspace = workspace(emulator, emulator.principal().secret(), elsewhere);
        assertThatThrownBy(workspace::describe)
                .isInstanceOf(WorkspaceException.class)
                .hasMessageStartingWith(
                        "There is no workspace elsewhere in the resource group " + PLACE.resourceGroup())
                .hasMessageContaining("404")
                .hasFieldOrPropertyWithValue("reason", Reason.REFUSED);
    }
}
