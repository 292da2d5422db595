package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Fault;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.mojo.Departures.Departure;
import io.github.amlmaven.publish.SmallProject;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.azure.Azure;
import io.github.amlmaven.workspace.azure.Cloud;
import io.github.amlmaven.workspace.azure.Connection;
import io.github.amlmaven.workspace.azure.Identity;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmulatorExtension.class)
class PublishingTest {
    private static final String COMMAND = "mvn aml:deploy -Daml.artifact=com.example:small:1.4.0";

    private static void publish(Path folder, Emulator emulator) throws Exception {
        Path zip = new SmallProject(folder).zip("1.4.0");
        Place place = new Place(Place.Kind.WORKSPACE, Emulator.SUBSCRIPTION, Emulator.GROUP, Emulator.WORKSPACE);
        Destination destination = new Destination("test", place, Optional.empty());
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            SSLContext.setDefault(emulator.sslContext());
            Connection connection = new Connection(
                    Cloud.PUBLIC,
                    Optional.of(emulator.address()),
                    Connection.API_VERSION,
                    new Identity.Found(),
                    Optional.of(new Connection.Proxy("127.0.0.1", tunnel.port(), "", "", "")),
                    new Connection.Patience(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(20),
                            Duration.ofMinutes(1),
                            2,
                            Duration.ofMillis(10)),
                    emulator.environment(),
                    "aml-maven-plugin/test");
            new Publishing(Azure.reach(connection), folder, Optional.empty(), Optional.empty(), new SystemStreamLog())
                    .publish(
                            List.of(new Departure(
                                    "small", new Opening.OfBuild(zip), destination, COMMAND, new WayBack("", false))),
                            false);
        }
    }

    @Test
    void aServiceThatIsAwayEndsWithWhatIsWrittenWhatIsNotAndTheCommandThatGoesOn(
            @TempDir Path folder, @WithBlobs Emulator emulator) {
        emulator.faults().on("^PUT .*/components/taxi/", 0, Integer.MAX_VALUE, new Fault.Failed(503));
        assertThatThrownBy(() -> publish(folder, emulator))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Azure answered 503 InternalServerError to PUT ")
                .hasMessageMatching("(?s).*\nWritten: .*code [0-9a-f-]+:1, .*component train:1.*\nNot written: .*"
                        + "component taxi:1.4.0, .*schedule nightly\\.\n.*")
                .hasMessageEndingWith(
                        "\n\nRun it again to go on: what was written is not written again.\n  " + COMMAND + "\n");
    }

    @Test
    void aWorkspaceThatDeniesToBeReadIsForTheUserToMendAndOneThatIsAwayIsNot(
            @TempDir Path folder, @TempDir Path again, @WithBlobs Emulator emulator) {
        emulator.faults().on("^GET .*/workspaces/[^/]+\\?", 0, 1, new Fault.Failed(403));
        assertThatThrownBy(() -> publish(folder, emulator))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Azure answered 403 ");
        emulator.faults().clear();
        emulator.faults().on("^GET .*/workspaces/[^/]+\\?", 0, Integer.MAX_VALUE, new Fault.Failed(503));
        assertThatThrownBy(() -> publish(again, emulator))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageStartingWith("Azure answered 503 ");
        assertThat(emulator.log().writes()).isEmpty();
    }

    @Test
    void aServiceThatRefusesIsForTheUserToMend(@TempDir Path folder, @WithBlobs Emulator emulator) {
        emulator.faults().on("^PUT .*/components/taxi/", 0, 1, new Fault.Failed(403));
        assertThatThrownBy(() -> publish(folder, emulator))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("Azure answered 403 ")
                .hasMessageContaining("\nNot written: ")
                .hasMessageContaining(COMMAND);
    }
}
