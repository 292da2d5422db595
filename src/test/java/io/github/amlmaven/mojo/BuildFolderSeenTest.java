package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goal itself writes, in a repository that does not ignore it. */
class BuildFolderSeenTest {
    private static final String NOT_IGNORED = "1:1  git/build-folder  target";
    private static final String COMMITTED = "1:1  git/build-folder  target/aml/findings.json";

    private final GitFixture git;
    private final SnapshotRun run;
    private final List<String> warnings = new ArrayList<>();

    BuildFolderSeenTest(@TempDir Path repository, @TempDir Path local) {
        this.git = GitFixture.init(repository);
        this.run = new SnapshotRun(git, local);
        git.write("pom.xml", "<project/>")
                .write("train.yml", "type: command\ncode: src\ncommand: python train.py\nenvironment: azureml:e:1\n")
                .write("src/train.py", "print(1)\n");
    }

    @Test
    void isRefusedEveryTimeForTheSameReason() throws Exception {
        git.commitAll();
        for (int time = 0; time < 2; time++) {
            assertThat(refusal())
                    .contains(
                            "1 finding refuses this snapshot",
                            NOT_IGNORED,
                            "List /target/ in the .gitignore at the top of the repository, and commit that.");
        }
    }

    @Test
    void isAWarningWhereFindingsAre() throws Exception {
        git.commitAll();
        for (int time = 0; time < 2; time++) {
            snapshot("warn");
            assertThat(warnings).anySatisfy(line -> assertThat(line).contains(NOT_IGNORED));
            assertThat(warnings).noneSatisfy(line -> assertThat(line).contains("git/untracked"));
        }
        assertThat(run.attached()).isEmpty();
        assertThat(git.path("target/ml-1.0-aml-unpublishable.zip")).exists();
    }

    @Test
    void isToldApartWhereItIsCommitted() throws Exception {
        git.write("target/aml/findings.json", "{}").write("target/aml/notes.txt", "");
        git.commitAll();
        git.write(".gitignore", "target/\n");
        git.commitAll();
        assertThat(refusal())
                .contains(
                        "1 finding refuses this snapshot",
                        COMMITTED,
                        "`git rm -r --cached target`. List /target/ in the .gitignore");
        snapshot("warn");
        assertThat(run.attached()).isEmpty();

        git.git("rm", "-rq", "--cached", "target");
        git.git("commit", "-qm", "As it says");
        snapshot("fail");
        assertThat(run.attached()).hasSize(2);
    }

    @Test
    void isNothingWhereOnlyThisCloneIgnoresIt() throws Exception {
        git.commitAll();
        Files.writeString(git.path(".git/info/exclude"), "/target/\n");
        snapshot("fail");
        assertThat(run.attached()).hasSize(2);
    }

    @Test
    void isNothingWhereOnlyTheFilesAreIgnored() throws Exception {
        git.write(".gitignore", "/target/*-aml*\n/target/aml/*\n");
        git.commitAll();
        snapshot("fail");
        assertThat(run.attached()).hasSize(2);
    }

    /** Who edits what lies there has made a difference like any other. */
    @Test
    void doesNotHideWhatElseIsCommittedThere() throws Exception {
        git.write("target/data.csv", "1\n");
        git.commitAll();
        git.write(".gitignore", "target/\n");
        git.commitAll();
        git.write("target/data.csv", "2\n");
        assertThat(refusal()).contains("git/modified  target/data.csv");
    }

    private String refusal() throws Exception {
        try {
            snapshot("fail");
        } catch (MojoFailureException e) {
            return plain(String.valueOf(e.getMessage()));
        }
        throw new AssertionError("nothing was refused");
    }

    private static String plain(String coloured) {
        return coloured.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private void snapshot(String gate) throws Exception {
        warnings.clear();
        run.with(gate, new SystemStreamLog() {
            @Override
            public void warn(CharSequence line) {
                warnings.add(plain(line.toString()));
            }

            @Override
            public void info(CharSequence line) {
                // Nobody reads it.
            }
        });
    }
}
