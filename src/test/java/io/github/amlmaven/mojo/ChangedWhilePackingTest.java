package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole goal, in a working copy that somebody writes to after the gate has seen it and before the zip is attached. */
class ChangedWhilePackingTest {
    private final Path folder;
    private final GitFixture git;
    private final List<String> attached = new ArrayList<>();
    private final List<Runnable> meanwhile = new ArrayList<>();

    ChangedWhilePackingTest(@TempDir Path folder) {
        this.folder = folder;
        this.git = GitFixture.init(folder);
    }

    @BeforeEach
    void commit() {
        git.write(".gitignore", "target/\n")
                .write("pom.xml", "<project/>")
                .write("train.yml", "type: command\ncode: src\ncommand: python train.py\nenvironment: azureml:e:1\n")
                .write("src/train.py", "print(1)\n");
        git.commitAll();
    }

    @Test
    void whatStaysAsItWasIsAttached() throws Exception {
        snapshot();
        assertThat(attached).containsExactly("zip aml ml-1.0-aml.zip", "json aml ml-1.0-aml.json");
    }

    @Test
    void anEditRefusesTheSnapshotAndLeavesNothing() throws Exception {
        meanwhile.add(() -> git.write("src/train.py", "print(2)\n"));
        assertRefused();
    }

    @Test
    void soDoesANewFile() throws Exception {
        meanwhile.add(() -> git.write("src/new.py", ""));
        assertRefused();
    }

    @Test
    void soDoesAnotherCommitHoweverCleanItIs() throws Exception {
        meanwhile.add(() -> {
            git.write("src/train.py", "print(2)\n");
            git.commitAll();
        });
        assertRefused();
    }

    private void assertRefused() throws IOException {
        assertThatThrownBy(this::snapshot)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("The working copy was changed while it was being captured."
                        + " Run the build again when nothing writes to " + git.top() + ".");
        assertThat(meanwhile).isEmpty();
        assertThat(attached).isEmpty();
        try (Stream<Path> left = Files.list(git.path("target"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("aml");
        }
    }

    private void snapshot() throws Exception {
        MavenProject project = Build.project(git.top());
        SnapshotMojo mojo = new SnapshotMojo(new BuildPlan(proxy(LifecycleExecutor.class)), helper());
        mojo.setLog(new Meanwhile());
        mojo.project = project;
        mojo.session = Build.session(git.top(), git.environment(), folder.resolve("local"), project);
        mojo.execution = Build.execution();
        mojo.definitions = List.of("*.yml");
        mojo.buildDirectory = git.path("target").toFile();
        mojo.gate = "fail";
        mojo.dataGate = "warn";
        mojo.pins = "exact";
        mojo.outputName = "ml-1.0";
        mojo.execute();
    }

    private MavenProjectHelper helper() {
        return proxy(MavenProjectHelper.class);
    }

    /** Notes what is attached: project, type, classifier, file. */
    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            attached.add(given[1] + " " + given[2] + " " + ((File) given[3]).getName());
            return null;
        }));
    }

    /** Something happens while the goal tells what the gate has found: here that no remote has the commit. */
    private final class Meanwhile extends SystemStreamLog {
        @Override
        public void warn(CharSequence line) {
            meanwhile.forEach(Runnable::run);
            meanwhile.clear();
        }

        @Override
        public void info(CharSequence line) {
            // Nobody reads it.
        }
    }
}
