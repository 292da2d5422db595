package io.github.amlmaven.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.OwnJvm;
import io.github.amlmaven.snapshot.Snapshots;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderRestoreTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Path zip = Path.of("");
    private Path target = Path.of("");

    @BeforeEach
    void aSnapshot() throws Exception {
        GitFixture git = GitFixture.init(Files.createDirectory(folder.resolve("git")));
        git.write("ml/pipeline.yml", "type: pipeline\njobs:\n  train:\n    type: command\n    component: ./train.yml\n")
                .write("ml/train.yml", "type: command\ncode: ./src\ncommand: ls\nenvironment: azureml:env:1\n")
                .write("ml/src/train.py", "print('trained')\n")
                .write("ml/src/run.sh", "#!/bin/sh\n")
                .write("ml/src/lib/a.py", "a = 1\n");
        assertThat(git.path("ml/src/run.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(git.path("ml/src/lib/b.py"), Path.of("../train.py"));
        git.commitAll();
        zip = Snapshots.write(git, folder.resolve("zips"), "ml/pipeline.yml").zip();
        target = folder.resolve("deep/down");
    }

    @Test
    void intoAFolderOfItsOwn() throws Exception {
        try (var snapshot = Restores.open(zip)) {
            assertThat(FolderRestore.run(snapshot, target, Snapshots.SILENT)).isEmpty();

            assertThat(Restores.content(target))
                    .containsEntry("ml/src/lib/b.py", "-> ../train.py")
                    .containsEntry("ml/src/run.sh", "x #!/bin/sh\n")
                    .containsEntry("ml/src/train.py", "print('trained')\n")
                    .hasSize(10);
            assertThatThrownBy(() -> FolderRestore.run(snapshot, target, Snapshots.SILENT))
                    .isInstanceOf(RestoreRefusedException.class)
                    .hasMessageContaining("not empty");
            Path empty = Files.createDirectory(folder.resolve("empty"));
            assertThat(FolderRestore.run(snapshot, empty, Snapshots.SILENT)).isEmpty();
            assertThat(Restores.content(empty)).isEqualTo(Restores.content(target));
        }
        assertThat(siblings()).containsExactly("down");
    }

    private List<String> siblings() throws IOException {
        try (var children = Files.list(folder.resolve("deep"))) {
            return children.map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private void restore(FileActions actions) throws Exception {
        try (var snapshot = Restores.open(zip)) {
            assertThat(FolderRestore.run(actions, snapshot, target, Snapshots.SILENT))
                    .isEmpty();
        }
    }

    /** A process that restores into a folder, and that is gone before one of the things that it does to the disk. */
    static final class Killed {
        private Killed() {}

        /** Takes the zip, the folder, and before which action it ends; before the folder gets its name when that is 0. */
        public static void main(String[] arguments) throws Exception {
            AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
            FileActions actions = new FileActions() {
                @Override
                public void before() {
                    if (left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(KilledRestore.KILLED);
                    }
                }

                @Override
                public void move(Path from, Path to) {
                    Runtime.getRuntime().halt(KilledRestore.KILLED);
                }
            };
            try (var snapshot = Restores.open(Path.of(arguments[0]))) {
                FolderRestore.run(actions, snapshot, Path.of(arguments[1]), Snapshots.SILENT);
            }
        }
    }

    private void kill(int action) throws Exception {
        OwnJvm.ends(KilledRestore.KILLED, folder, Killed.class, zip, target, action);
    }

    @Test
    void whatAKilledOneLeftTheNextTakesAway() throws Exception {
        AtomicInteger count = new AtomicInteger();
        restore(count::incrementAndGet);
        SortedMap<String, String> whole = Restores.content(target);
        Files.move(target, folder.resolve("first"));

        // Two threads may both make a folder, so that nobody knows how many actions there are.
        for (int action : new int[] {1, 2, 3, count.get() / 2, 0}) {
            kill(action);
            assertThat(target).doesNotExist();
            if (action != 1) {
                assertThat(siblings()).isNotEmpty();
            }

            restore(FileActions.DISK);

            assertThat(Restores.content(target)).isEqualTo(whole);
            assertThat(siblings()).as("after action " + action).containsExactly("down");
            Files.move(target, folder.resolve("restored-" + action));
        }
    }

    @Test
    void whatAnotherOneIsDoingAndWhatIsNotOursStays() throws Exception {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        String id = "0e9a1b36-6f0c-4a6e-9d6b-111111111111";
        Path running = Files.createDirectory(deep.resolve(".down." + id + ".part"));
        Files.writeString(running.resolve("file"), "half");
        Path lock = Files.writeString(deep.resolve(".down." + id + ".part.lock"), "");
        Path other = Files.createDirectory(deep.resolve(".other." + id + ".part"));
        Files.writeString(deep.resolve(".other." + id + ".part.lock"), "");
        Path without = Files.createDirectory(deep.resolve(".down.1" + id.substring(1) + ".part"));

        // This process stands for another one: by its name the folder is of none that runs here.
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
            restore(FileActions.DISK);
            assertThat(running.resolve("file")).hasContent("half");
        }
        assertThat(lock).exists();
        assertThat(other).exists();
        assertThat(without).exists();

        // Nobody works in it any more.
        Files.move(target, folder.resolve("first"));
        restore(FileActions.DISK);
        assertThat(running).doesNotExist();
        assertThat(lock).doesNotExist();
        assertThat(other).exists();
        assertThat(without).exists();
    }

    @Test
    void aDiskWithoutLocksIsRestoredToAndNothingIsTakenAwayThere() throws Exception {
        Path deep = Files.createDirectory(folder.resolve("deep"));
        Path left = Files.createDirectory(deep.resolve(".down.0e9a1b36-6f0c-4a6e-9d6b-111111111111.part"));
        Path lock = Files.writeString(deep.resolve(left.getFileName() + ".lock"), "");
        restore(new FileActions() {
            @Override
            public void before() {}

            @Override
            public boolean lock(FileChannel file) throws IOException {
                throw new IOException("No locks available");
            }
        });
        assertThat(siblings())
                .containsExactly(
                        left.getFileName().toString(), lock.getFileName().toString(), "down");
    }
}
