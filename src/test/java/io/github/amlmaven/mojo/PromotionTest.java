package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.emulator.Emulator;
import io.github.amlmaven.emulator.EmulatorExtension;
import io.github.amlmaven.emulator.Tunnel;
import io.github.amlmaven.emulator.WithBlobs;
import io.github.amlmaven.publish.SmallProject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Snapshots that were made by another build, in the goals that plan and publish them; there is no project. */
@ExtendWith(EmulatorExtension.class)
class PromotionTest {
    private static final String OVERLAY = "code/production.yml";

    private final Path folder;
    private final SmallProject project;

    PromotionTest(@TempDir Path folder) {
        this.folder = folder;
        this.project = new SmallProject(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy"})
    void aReleaseOfARepositoryGoesWithTheOverlayThatWasCaptured(String name, Emulator emulator) throws Exception {
        project.git().write(OVERLAY, "computes: {cpu-cluster: captured}\n");
        Path zip = project.zip("1.4.0");
        install(zip, "zip");
        install(Path.of(zip.toString().replaceFirst("zip$", "json")), "json");
        project.git().write(OVERLAY, "computes: {cpu-cluster: edited}\n");

        SSLContext.setDefault(emulator.sslContext());
        AbstractPublishMojo goal = goal(name, emulator.environment());
        goal.artifact = "com.example:small";
        goal.version = "1.4.0";
        goal.endpoint = emulator.address().toString();
        goal.subscriptionId = Emulator.SUBSCRIPTION;
        goal.resourceGroup = Emulator.GROUP;
        goal.workspace = Emulator.WORKSPACE;
        goal.overlay = OVERLAY;
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("captured")
                .hasMessageNotContaining("edited")
                .hasMessageNotContaining("cpu-cluster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy"})
    void whoAsksForAReleaseGetsNothingElse(String name) throws Exception {
        AbstractPublishMojo goal = goal(name, Map.of());
        goal.file = project.zip("1.4.0-SNAPSHOT").toFile();
        goal.requireRelease = true;
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("is of version 1.4.0-SNAPSHOT, which is no release, and aml.requireRelease asks");
        goal.requireRelease = false;
        assertThatThrownBy(goal::execute).hasMessageStartingWith("Nothing says where to publish to.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../prod.yml", "/prod.yml", "code//prod.yml", "code/none.yml"})
    void anOverlayThatIsNoFileOfTheRepositoryIsRefused(String overlay) throws Exception {
        AbstractPublishMojo goal = goal("plan", Map.of());
        goal.file = project.zip("1.4.0").toFile();
        goal.subscriptionId = Emulator.SUBSCRIPTION;
        goal.resourceGroup = Emulator.GROUP;
        goal.workspace = Emulator.WORKSPACE;
        goal.overlay = overlay;
        assertThatThrownBy(goal::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("The overlay of " + Emulator.WORKSPACE + " is ");
    }

    @Test
    void aDryRunOfADeployShowsThePlanAndWritesNothing(@WithBlobs Emulator emulator) throws Exception {
        ObjectNode compute = JsonNodeFactory.instance.objectNode();
        compute.putObject("properties").put("computeType", "AmlCompute");
        emulator.write(emulator.workspaceId() + "/computes/cpu-cluster", compute);
        SSLContext.setDefault(emulator.sslContext());
        try (Tunnel tunnel = Tunnel.to(emulator)) {
            Map<String, String> environment = new HashMap<>(emulator.environment());
            environment.put("HTTPS_PROXY", "http://127.0.0.1:" + tunnel.port());
            DeployMojo goal = (DeployMojo) goal("deploy", environment);
            goal.file = project.zip("1.4.0").toFile();
            goal.endpoint = emulator.address().toString();
            goal.subscriptionId = Emulator.SUBSCRIPTION;
            goal.resourceGroup = Emulator.GROUP;
            goal.workspace = Emulator.WORKSPACE;
            goal.dryRun = true;
            goal.execute();
            assertThat(emulator.log().all()).isNotEmpty();
            assertThat(emulator.log().writes()).isEmpty();

            goal.dryRun = false;
            goal.execute();
            assertThat(emulator.log().writes()).isNotEmpty();
        }
    }

    private void install(Path file, String extension) throws Exception {
        Path place = folder.resolve("local/com/example/small/1.4.0/small-1.4.0-aml." + extension);
        Files.createDirectories(place.getParent());
        Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
    }

    private AbstractPublishMojo goal(String name, Map<String, String> environment) throws Exception {
        RepositorySystem system = MavenRepositorySystemUtils.newServiceLocator().getService(RepositorySystem.class);
        SnapshotSource source = new SnapshotSource(system);
        SettingsDecrypter nothing = request -> {
            throw new AssertionError("no settings have a secret");
        };
        AbstractPublishMojo goal = name.equals("plan")
                ? new PlanMojo(source, new Access(nothing))
                : new DeployMojo(source, new Access(nothing));
        MavenProject none = new MavenProject();
        none.setRemoteArtifactRepositories(List.of());
        goal.session = Build.session(project.git().top(), environment, folder.resolve("local"), none);
        goal.execution = Build.execution();
        goal.signature = "none";
        goal.cloud = "public";
        goal.apiVersion = "2026-05-01";
        goal.connectTimeout = 5;
        goal.answerTimeout = 20;
        goal.operationTimeout = 60;
        goal.attempts = 2;
        return goal;
    }
}
