package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left when a snapshot cannot be written to its end. */
class UnfinishedSnapshotTest {
    private static final int LARGE = 16 << 20;

    /** In units of 512 bytes. */
    private static final int ROOM = (LARGE / 2) / 512;

    private static final int KILLED = 137;
    private static final int FAILED = 3;

    private final Path target;
    private final GitFixture git;
    private final Path log;

    UnfinishedSnapshotTest(@TempDir Path folder) {
        this.git = Snapshots.pipeline(folder);
        this.target = folder.resolve("target");
        this.log = folder.resolve("log");
    }

    @BeforeEach
    void commit() {
        byte[] large = new byte[LARGE];
        new Random(3).nextBytes(large);
        git.write("ml/train/src/large.bin", large).commitAll();
    }

    @Test
    void aProcessThatIsKilledLeavesNothingUnderTheFinalNamesAndTheNextOneTidiesUp() throws Exception {
        assertThat(run(List.of(), Killed.class)).as(Files.readString(log)).isEqualTo(KILLED);
        assertThat(target.toFile().list()).isNotEmpty().allMatch(name -> name.startsWith(".rides-1.0-aml."));

        Snapshots.write(git, target, "ml/pipeline.yml");

        assertThat(target.toFile().list()).containsExactlyInAnyOrder("rides-1.0-aml.zip", "rides-1.0-aml.json");
    }

    /** A limit on the length of files is a full disk that needs no disk. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
    void aFullDiskLeavesNothing() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -f " + ROOM + " && exec \"$@\"", "sh");
        assertThat(run(limited, Failing.class)).as(Files.readString(log)).isEqualTo(FAILED);
        assertThat(target).isEmptyDirectory();

        assertThat(run(List.of(), Failing.class)).as(Files.readString(log)).isZero();
        assertThat(target.toFile().list()).containsExactlyInAnyOrder("rides-1.0-aml.zip", "rides-1.0-aml.json");
    }

    private int run(List<String> wrapper, Class<?> program) throws Exception {
        List<String> command = new ArrayList<>(wrapper);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName(),
                git.top().toString(),
                target.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static GitFixture fixture(String top) {
        Path path = Path.of(top);
        return GitFixture.at(path.resolveSibling(""), path.getFileName().toString());
    }

    /** Writes the snapshot of the repository in its first argument into the folder in its second, and says by its status whether it could. */
    static final class Failing {
        public static void main(String[] arguments) throws Exception {
            try {
                Snapshots.write(fixture(arguments[0]), Path.of(arguments[1]), "ml/pipeline.yml");
            } catch (IOException e) {
                System.out.println(e);
                System.exit(FAILED);
            }
        }
    }

    /** Is gone in the middle of it, as by SIGKILL: nothing is closed, and no hook is called. */
    static final class Killed {
        public static void main(String[] arguments) throws Exception {
            try (GitRepository repository = fixture(arguments[0]).open()) {
                SnapshotRequest request = Snapshots.request(repository.head(), List.of(), "ml/pipeline.yml");
                SnapshotWriter.write(
                        new SnapshotRequest(
                                request.generator(),
                                request.project(),
                                request.git(),
                                request.scm(),
                                new Deadly(repository.head()),
                                request.graph(),
                                request.exemptions(),
                                request.allowDirty(),
                                request.findings()),
                        Path.of(arguments[1]),
                        "rides-1.0",
                        Snapshots.SILENT);
            }
        }
    }

    private record Deadly(FileTree tree) implements FileTree {
        @Override
        public Optional<TreeEntry> find(TreePath path) throws IOException {
            return tree.find(path);
        }

        @Override
        public List<TreeEntry> children(TreePath folder) throws IOException {
            return tree.children(folder);
        }

        @Override
        public long size(TreeEntry file) throws IOException {
            return tree.size(file);
        }

        @Override
        public InputStream open(TreeEntry file) throws IOException {
            if (file.path().name().equals("train.py")) {
                Runtime.getRuntime().halt(KILLED);
            }
            return tree.open(file);
        }

        @Override
        public String target(TreeEntry link) throws IOException {
            return tree.target(link);
        }
    }
}
