package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.publish.SmallProject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever goal asks Azure, it sends nothing over an open line; where the address comes from makes no difference. */
class OpenLineTest {
    private final SmallProject project;
    private final Path folder;

    OpenLineTest(@TempDir Path folder) {
        this.folder = folder;
        this.project = new SmallProject(folder);
    }

    static Stream<String> goals() {
        return Stream.of("plan", "deploy", "restore", "history", "release-hold");
    }

    @ParameterizedTest
    @MethodSource("goals")
    void anEndpointThatIsOpenIsRefused(String name) throws Exception {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + open.getLocalPort();
            AbstractTargetMojo goal = goal(name, Map.of());
            goal.endpoint = address;
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("aml.endpoint is '" + address + "'; it takes an address that begins with https://.");
            assertThat(isUnasked(open)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("goals")
    void anAuthorityThatIsOpenIsRefused(String name) throws Exception {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + open.getLocalPort();
            AbstractTargetMojo goal = goal(name, Map.of("AZURE_AUTHORITY_HOST", address));
            assertThatThrownBy(goal::execute)
                    .isInstanceOf(MojoFailureException.class)
                    .hasMessage("AZURE_AUTHORITY_HOST is '" + address
                            + "'; it takes an address that begins with https://.");
            assertThat(isUnasked(open)).isTrue();
        }
    }

    private static boolean isUnasked(ServerSocket open) throws IOException {
        open.setSoTimeout(100);
        try {
            open.accept().close();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        }
    }

    private AbstractTargetMojo goal(String name, Map<String, String> environment) throws Exception {
        RepositorySystem system = MavenRepositorySystemUtils.newServiceLocator().getService(RepositorySystem.class);
        SnapshotSource source = new SnapshotSource(system);
        SettingsDecrypter nothing = request -> {
            throw new AssertionError("no settings have a secret");
        };
        Access access = new Access(nothing);
        AbstractTargetMojo goal =
                switch (name) {
                    case "plan" -> new PlanMojo(source, access);
                    case "deploy" -> new DeployMojo(source, access);
                    case "restore" -> new RestoreMojo(source, access);
                    case "history" -> new HistoryMojo(source, access);
                    default -> new ReleaseHoldMojo(source, access);
                };
        if (goal instanceof AbstractChosenMojo chosen) {
            chosen.file = project.zip("1.4.0").toFile();
        }
        if (goal instanceof AbstractPublishMojo publishing) {
            publishing.signature = "none";
        }
        if (goal instanceof RestoreMojo restore) {
            restore.to = "workspace";
        }
        if (goal instanceof HistoryMojo history) {
            history.artifact = "com.example:small";
            history.limit = 1;
        }
        MavenProject none = new MavenProject();
        none.setRemoteArtifactRepositories(List.of());
        goal.session = Build.session(project.git().top(), environment, folder.resolve("local"), none);
        goal.execution = Build.execution();
        goal.subscriptionId = "aaaaaaaa-0000-4000-8000-000000000009";
        goal.resourceGroup = "nowhere";
        goal.workspace = "none";
        goal.cloud = "public";
        goal.apiVersion = "2026-05-01";
        goal.connectTimeout = 5;
        goal.answerTimeout = 20;
        goal.operationTimeout = 60;
        goal.attempts = 2;
        return goal;
    }
}
