package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.workspace.azure.Identity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings as a goal gets them; that Maven's own decrypter is behind that is shown by the integration test {@code endpoint}. */
class AccessTest {
    private static final String ENCRYPTED = "{COQLCE6DU6GtcS5P=}";
    private static final String DECRYPTED = "de" + "crypted";

    private final MavenSession session;

    AccessTest(@TempDir Path folder) throws Exception {
        session = Build.session(folder, Map.of(), folder.resolve("local"), Build.project(folder));
        Server server = new Server();
        server.setId("azure");
        server.setUsername("client");
        server.setPassword(ENCRYPTED);
        session.getRequest().addServer(server);
    }

    @Test
    void theSecretIsTheDecryptedOne() throws Exception {
        assertThat(identity(answer(DECRYPTED, List.of())))
                .isEqualTo(new Identity.ServicePrincipal("directory", "client", DECRYPTED));
    }

    @Test
    void aSecretThatCannotBeDecryptedIsRefusedWithTheMendAndIsNotShown() {
        SettingsProblem problem = problem(Severity.ERROR, "Failed to decrypt password for server azure");
        assertThatThrownBy(() -> identity(answer(ENCRYPTED, List.of(problem))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(
                        "Maven cannot decrypt the server azure of its settings: Failed to decrypt password for server"
                                + " azure. See whether settings-security.xml is there and is the one that it was encrypted with;"
                                + " `mvn --encrypt-password` encrypts it anew.")
                .hasMessageNotContaining(ENCRYPTED);
    }

    @Test
    void aWarningRefusesNothing() throws Exception {
        SettingsProblem problem = problem(Severity.WARNING, "It is of an older form");
        assertThat(identity(answer(DECRYPTED, List.of(problem)))).isInstanceOf(Identity.ServicePrincipal.class);
    }

    @Test
    void aServerThatNobodyWroteIntoTheSettingsIsRefused() {
        SettingsDecrypter nobodyAsksIt = request -> {
            throw new AssertionError("there is nothing to decrypt");
        };
        assertThatThrownBy(() -> new Access(nobodyAsksIt)
                        .identity(session, Optional.of("nobody"), Optional.of("directory"), Optional.empty(), Map.of()))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("aml.serverId: there is no server 'nobody' in the settings of Maven.");
    }

    private Identity identity(SettingsDecryptionResult answer) throws MojoFailureException {
        SettingsDecrypter decrypter = request -> {
            assertThat(request.getServers()).extracting(Server::getPassword).containsExactly(ENCRYPTED);
            return answer;
        };
        return new Access(decrypter)
                .identity(session, Optional.of("azure"), Optional.of("directory"), Optional.empty(), Map.of());
    }

    private static SettingsDecryptionResult answer(String password, List<SettingsProblem> problems) {
        Server server = new Server();
        server.setPassword(password);
        return new SettingsDecryptionResult() {
            @Override
            public Server getServer() {
                return server;
            }

            @Override
            public List<Server> getServers() {
                return List.of(server);
            }

            @Override
            public Proxy getProxy() {
                throw new AssertionError("no proxy was asked for");
            }

            @Override
            public List<Proxy> getProxies() {
                return List.of();
            }

            @Override
            public List<SettingsProblem> getProblems() {
                return problems;
            }
        };
    }

    private static SettingsProblem problem(Severity severity, String message) {
        return new SettingsProblem() {
            @Override
            public String getSource() {
                return "settings.xml";
            }

            @Override
            public int getLineNumber() {
                return 1;
            }

            @Override
            public int getColumnNumber() {
                return 1;
            }

            @Override
            public String getLocation() {
                return "settings.xml, line 1, column 1";
            }

            @Override
            public Exception getException() {
                throw new AssertionError("nobody looks at it");
            }

            @Override
            public String getMessage() {
                return message;
            }

            @Override
            public Severity getSeverity() {
                return severity;
            }
        };
    }
}
