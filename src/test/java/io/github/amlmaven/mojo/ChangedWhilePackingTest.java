package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole goal, in a working copy that somebody writes to after the gate has seen it and before the zip is attached. */
class ChangedWhilePackingTest {
    private final GitFixture git;
    private final SnapshotRun run;
    private final List<Runnable> meanwhile = new ArrayList<>();

    ChangedWhilePackingTest(@TempDir Path folder) {
        this.git = GitFixture.init(folder);
        this.run = new SnapshotRun(git, folder.resolve("local"));
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
        assertThat(run.attached()).containsExactly("zip aml ml-1.0-aml.zip", "json aml ml-1.0-aml.json");
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
        assertThat(run.attached()).isEmpty();
        try (Stream<Path> left = Files.list(git.path("target"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("aml");
        }
    }

    private void snapshot() throws Exception {
        run.with("fail", new Meanwhile());
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
