package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotModulesTest {
    private final MavenProject top;
    private final MavenProject north;
    private final MavenProject south;
    private final MavenProject plain;
    private final MavenSession session;

    SnapshotModulesTest(@TempDir Path folder) throws Exception {
        top = Build.project(folder);
        north = module(folder, "north");
        south = module(folder, "south");
        plain = module(folder, "plain");
        session = Build.session(folder, Map.of(), folder.resolve("local"), top);
        session.setAllProjects(List.of(top, north, south, plain));
    }

    private static MavenProject module(Path folder, String name) {
        MavenProject module = Build.project(folder.resolve(name));
        module.setArtifactId(name);
        return module;
    }

    private static Plugin with(MavenProject project, String goal) {
        PluginExecution execution = new PluginExecution();
        execution.addGoal(goal);
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.amlmaven");
        plugin.setArtifactId("aml-maven-plugin");
        plugin.addExecution(execution);
        project.getBuild().addPlugin(plugin);
        return plugin;
    }

    @Test
    void aParentNamesTheModulesThatMakeSnapshots() {
        with(north, "snapshot");
        with(south, "snapshot");
        with(plain, "deploy");

        assertThat(SnapshotModules.instead(session))
                .isEqualTo("The project ml makes no snapshots, and north, south of this build do:"
                        + " add -pl :north or -pl :south to the command.");
    }

    @Test
    void aModuleThatIsSkippedOrBoundToNoPhaseMakesNone() {
        with(north, "snapshot").getExecutions().get(0).setPhase("none");
        Xpp3Dom skip = new Xpp3Dom("skip");
        skip.setValue("true");
        Xpp3Dom configuration = new Xpp3Dom("configuration");
        configuration.addChild(skip);
        with(south, "snapshot").setConfiguration(configuration);

        assertThat(SnapshotModules.instead(session)).isEmpty();
    }

    @Test
    void whoMakesSnapshotsMeansItsOwn() {
        with(top, "snapshot");
        with(north, "snapshot");

        assertThat(SnapshotModules.instead(session)).isEmpty();
    }
}
