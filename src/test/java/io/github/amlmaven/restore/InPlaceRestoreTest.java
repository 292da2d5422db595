package io.github.amlmaven.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.OwnJvm;
import io.github.amlmaven.snapshot.Snapshot;
import io.github.amlmaven.snapshot.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InPlaceRestoreTest {
    private final Path folder;
    private GitFixture git;
    private Path zip;

    @SuppressWarnings("NullAway.Init")
    InPlaceRestoreTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** A version, and a commit after it in which everything is otherwise. */
    @BeforeEach
    void changeEverythingAfterTheSnapshot() throws Exception {
        git = Snapshots.pipeline(folder);
        git.write("ml/train/src/run.sh", "#!/bin/sh\n").write(".gitignore", "*.log\ntarget/\n");
        assertThat(git.path("ml/train/src/run.sh").toFile().setExecutable(true)).isTrue();
        Files.createSymbolicLink(git.path("ml/train/src/lib/b.py"), Path.of("../train.py"));
        git.write("ml/train/src/dir/inner.py", "inner = 1\n").write("ml/train/src/was_file", "file\n");
        git.commitAll();
        Snapshot snapshot = Snapshots.write(git, folder.resolve("zips"), "ml/pipeline.yml");
        zip = snapshot.zip();
        git.write("ml/train/src/train.py", "print('broken')\n")
                .write(
                        "ml/pipeline.yml",
                        Files.readString(git.path("ml/pipeline.yml")).replace("1.10", "9"))
                .write("ml/train/src/new/added.py", "added\n")
                .write("unrelated.txt", "edited\n")
                .write("elsewhere/kept.py", "kept\n");
        git.git("rm", "-q", "-r", "ml/train/src/lib", "ml/train/src/dir", "ml/train/src/was_file", "ml/conda.yml");
        git.write("ml/train/src/dir", "a file now\n").write("ml/train/src/was_file/below.py", "a folder now\n");
        git.write("ml/conda.yml", "dependencies: []\n");
        Files.createSymbolicLink(git.path("ml/train/src/lib"), Path.of("new"));
        assertThat(git.path("ml/train/src/run.sh").toFile().setExecutable(false))
                .isTrue();
        git.commitAll();
    }

    @Test
    void putsBackTheVersionAndNothingElse() throws Exception {
        git.write("ml/train/src/run.log", "ignored\n").write("target/x", "ignored\n");

        assertThat(Restores.inPlace(git, zip)).isEmpty();

        SortedMap<String, String> content = Restores.content(git.top());
        assertThat(content)
                .containsEntry("ml/train/src/train.py", "print('trained')\n")
                .containsEntry("ml/train/src/run.sh", "x #!/bin/sh\n")
                .containsEntry("ml/train/src/lib/b.py", "-> ../train.py")
                .containsEntry("ml/train/src/dir/inner.py", "inner = 1\n")
                .containsEntry("ml/train/src/was_file", "file\n")
                .containsEntry("ml/train/src/run.log", "ignored\n")
                .containsEntry("target/x", "ignored\n")
                .containsEntry("unrelated.txt", "edited\n")
                .containsEntry("elsewhere/kept.py", "kept\n")
                .doesNotContainKeys("ml/train/src/new/added.py", "ml/train/src/new/");
        assertThat(git.git("diff", "--cached")).isEmpty();
        assertThat(git.path(".git/aml-restore")).doesNotExist();
        assertThat(isRestored()).isTrue();
    }

    /** As git sees it, which puts everything into the index. */
    private boolean isRestored() {
        git.git("add", "--all");
        return git.git("diff", "--cached", "--stat", "HEAD~1", "--", "ml").isEmpty();
    }

    @Test
    void whatIsCommittedAfterwardsGivesTheSameDigests() throws Exception {
        Restores.inPlace(git, zip);
        git.commitAll();

        Snapshot again = Snapshots.write(git, folder.resolve("again"), "ml/pipeline.yml");

        try (var first = Restores.open(zip)) {
            assertThat(again.manifest().assets()).isEqualTo(first.manifest().assets());
            assertThat(again.manifest().files()).isEqualTo(first.manifest().files());
            assertThat(again.manifest().code()).isEqualTo(first.manifest().code());
        }
    }

    @Test
    void ofTheSameCommitItChangesNothing() throws Exception {
        git.git("checkout", "-q", "HEAD~1");
        SortedMap<String, String> before = Restores.content(git.top());

        assertThat(Restores.inPlace(git, zip)).isEmpty();

        assertThat(Restores.content(git.top())).isEqualTo(before);
        assertThat(git.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void isCleanToGitWhereItConvertsTheEndsOfLines() throws Exception {
        git.git("config", "core.autocrlf", "true");
        git.write(".gitattributes", "*.sh text eol=lf\n*.py text eol=crlf\n").commitAll();

        Restores.inPlace(git, zip);
        git.git("add", "--all");

        assertThat(git.git("diff", "--cached", "--stat", "HEAD~2", "--", "ml")).isEmpty();
    }

    private void isRefused(String... reasons) throws Exception {
        SortedMap<String, String> before = Restores.content(git.top());
        assertThatThrownBy(() -> Restores.inPlace(git, zip))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContainingAll(reasons);
        assertThat(Restores.content(git.top())).isEqualTo(before);
        assertThat(git.path(".git/aml-restore")).doesNotExist();
    }

    @Test
    void refusesAnEditedWorkingCopy() throws Exception {
        git.write("unrelated.txt", "edited again\n").write("ml/new.txt", "untracked\n");

        isRefused("not clean", "unrelated.txt is edited", "ml/new.txt is not tracked", "git restore");
    }

    @Test
    void refusesWhatIsStaged() throws Exception {
        git.write("unrelated.txt", "edited again\n").git("add", "unrelated.txt");

        isRefused("unrelated.txt is staged");
    }

    @Test
    void refusesToWriteOverAnIgnoredFile() throws Exception {
        git.write(".gitignore", "*.log\ntarget/\ndir\ninner.py\n")
                .git("rm", "-q", "ml/train/src/dir", "ml/train/src/lib");
        git.commitAll();
        git.write("ml/train/src/dir/inner.py", "precious\n");

        isRefused("in the way", "ml/train/src/dir/inner.py is there and git does not track it");
    }

    @Test
    void refusesToWriteThroughALinkThatGitDoesNotTrack() throws Exception {
        git.git("rm", "-q", "ml/train/src/lib");
        git.write(".gitignore", "*.log\ntarget/\nlib\n").commitAll();
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.createSymbolicLink(git.path("ml/train/src/lib"), outside);

        isRefused("ml/train/src/lib is a link here");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void refusesToReplaceAFolderThatHoldsIgnoredFiles() throws Exception {
        git.write("ml/train/src/was_file/run.log", "precious\n");

        isRefused("ml/train/src/was_file/run.log is there", "the snapshot has a file ml/train/src/was_file");
    }

    @Test
    void whenWritingFailsAnywhereEverythingIsAsItWas() throws Exception {
        SortedMap<String, String> before = Restores.content(git.top());
        int actions = count();
        assertThat(actions).isGreaterThan(60);
        for (int failing = 1; failing <= actions; failing += 4) {
            AtomicInteger left = new AtomicInteger(failing);
            assertThatThrownBy(() -> Restores.inPlace(
                            failing(() -> left.decrementAndGet() == 0), git.top(), git.environment(), zip))
                    .hasMessageContaining("No space left");
            assertThat(git.path(".git/aml-restore")).doesNotExist();
            isAllOrNothing(before, "action " + failing);
        }
    }

    /** Nothing more is done from some action on, and neither from some action on of undoing that. */
    @Test
    void whereverItEndsTheNextOneBeginsWithAWholeWorkingCopy() throws Exception {
        SortedMap<String, String> before = Restores.content(git.top());
        int actions = count();
        for (int last = 1; last <= actions; last++) {
            AtomicInteger left = new AtomicInteger(last);
            AtomicInteger undone = new AtomicInteger(last % 17);
            assertThatThrownBy(() -> Restores.inPlace(
                            failing(() -> left.decrementAndGet() <= 0), git.top(), git.environment(), zip))
                    .hasMessageContaining("No space left");
            if (JournalFolder.isIn(git.path(".git"))) {
                assertThatThrownBy(() -> UnfinishedRestore.refuseIn(git.path(".git")))
                        .isInstanceOf(RestoreRefusedException.class)
                        .hasMessageContaining("mvn aml:restore");
                try {
                    UnfinishedRestore.undo(failing(() -> undone.decrementAndGet() < 0), git.path(".git"), git.top());
                } catch (UncheckedIOException e) {
                    assertThat(e).hasMessageContaining("No space left");
                }
                UnfinishedRestore.undo(git.path(".git"), git.top());
            }
            isAllOrNothing(before, "action " + last);
        }
    }

    private static FileActions failing(BooleanSupplier when) {
        return () -> {
            if (when.getAsBoolean()) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };
    }

    private void isAllOrNothing(SortedMap<String, String> before, String when) throws Exception {
        assertThat(JournalFolder.isIn(git.path(".git"))).isFalse();
        if (!Restores.content(git.top()).equals(before)) {
            assertThat(isRestored()).as(when).isTrue();
            git.git("reset", "-q", "--hard");
            assertThat(Restores.content(git.top())).as(when).isEqualTo(before);
        }
    }

    /** Kills processes for good, which an exception does not. */
    @Test
    void aKilledProcessLeavesWhatTheNextOnePutsBack() throws Exception {
        SortedMap<String, String> before = Restores.content(git.top());
        int actions = count();
        for (int last = actions; last > 0; last -= actions / 5) {
            OwnJvm.ends(KilledRestore.KILLED, folder, KilledRestore.class, git.top(), git.home(), zip, last);

            if (JournalFolder.isIn(git.path(".git"))) {
                assertThat(UnfinishedRestore.undo(git.path(".git"), git.top())).isTrue();
            }
            isAllOrNothing(before, "action " + last);
        }
    }

    private int count() throws Exception {
        AtomicInteger count = new AtomicInteger();
        Restores.inPlace(count::incrementAndGet, git.top(), git.environment(), zip);
        git.git("add", "--all");
        git.git("reset", "-q", "--hard");
        return count.get();
    }

    @Test
    void anUnfinishedOneIsNotUndoneOverAnEditThatWasMadeSince() throws Exception {
        AtomicInteger left = new AtomicInteger(count() - 25);
        assertThatThrownBy(() ->
                        Restores.inPlace(failing(() -> left.decrementAndGet() <= 0), git.top(), git.environment(), zip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device. What was done so far could not be undone (")
                .hasMessageEndingWith("Run `mvn aml:restore` again: it first puts everything back.");
        git.write("ml/conda.yml", "edited in the meantime, and longer than before\n");

        assertThatThrownBy(() -> UnfinishedRestore.undo(git.path(".git"), git.top()))
                .isInstanceOf(RestoreRefusedException.class)
                .hasMessageContaining("ml/conda.yml");
        assertThat(git.path("ml/conda.yml")).content().startsWith("edited in the meantime");
    }

    @Test
    void aDiskWithoutLocksIsLeftAsItWas() throws Exception {
        SortedMap<String, String> before = Restores.content(git.top());
        FileActions withoutLocks = new FileActions() {
            @Override
            public void before() {}

            @Override
            public boolean lock(FileChannel file) throws IOException {
                throw new IOException("No locks available");
            }
        };

        assertThatThrownBy(() -> Restores.inPlace(withoutLocks, git.top(), git.environment(), zip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("(No locks available)")
                .hasMessageEndingWith("-Daml.directory.");

        assertThat(git.path(".git/aml-restore")).doesNotExist();
        assertThat(Restores.content(git.top())).isEqualTo(before);
        assertThat(Restores.inPlace(git, zip)).isEmpty();
    }

    @Test
    void aJournalThatIsDamagedIsSaidWithTheWayOut() throws Exception {
        AtomicInteger left = new AtomicInteger(count() - 25);
        assertThatThrownBy(() ->
                        Restores.inPlace(failing(() -> left.decrementAndGet() <= 0), git.top(), git.environment(), zip))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left on device. What was done so far could not be undone (")
                .hasMessageEndingWith("Run `mvn aml:restore` again: it first puts everything back.");
        Path journal = git.path(".git/aml-restore/journal");
        byte[] whole = Files.readAllBytes(journal);
        SortedMap<String, String> before = Restores.content(git.top());

        for (byte[] damaged : List.of(Arrays.copyOf(whole, whole.length - 3), Arrays.copyOf(whole, 0))) {
            Files.write(journal, damaged);
            assertThatThrownBy(() -> UnfinishedRestore.undo(git.path(".git"), git.top()))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(journal + " is damaged, ")
                    .hasMessageContaining("`git checkout -- FILE`");
            assertThat(Restores.content(git.top())).isEqualTo(before);
        }
        whole[0] ^= 1;
        Files.write(journal, whole);
        assertThatThrownBy(() -> UnfinishedRestore.undo(git.path(".git"), git.top()))
                .hasMessageContaining("another version of the plugin");
        whole[0] ^= 1;
        Files.write(journal, whole);

        assertThat(UnfinishedRestore.undo(git.path(".git"), git.top())).isTrue();
    }

    @Test
    void aDamagedSnapshotChangesNothing() throws Exception {
        byte[] bytes = Files.readAllBytes(zip);
        SortedMap<String, String> before = Restores.content(git.top());
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        int content = all.indexOf("source/ml/train/src/train.py") + "source/ml/train/src/train.py".length();
        bytes[content + 4] ^= 1;
        Files.write(zip, bytes);

        assertThat(Restores.inPlace(git, zip)).extracting("entry").contains("source/ml/train/src/train.py");

        assertThat(Restores.content(git.top())).isEqualTo(before);
        assertThat(git.path(".git/aml-restore")).doesNotExist();
    }

    @Test
    void ontoABranchTheWorkingCopyStaysAsItIs() throws Exception {
        git.write("unrelated.txt", "edited, and that does not matter\n");
        SortedMap<String, String> before = Restores.content(git.top());
        String status = git.git("status", "--porcelain");

        String commit = Restores.branch(git, zip, "back-to-1.0");

        assertThat(Restores.content(git.top())).isEqualTo(before);
        assertThat(git.git("status", "--porcelain")).isEqualTo(status);
        assertThat(git.git("rev-parse", "back-to-1.0").strip()).isEqualTo(commit);
        assertThat(git.git("rev-parse", "back-to-1.0~1")).isEqualTo(git.git("rev-parse", "HEAD"));
        assertThat(git.git("diff", "--stat", "HEAD~1", "back-to-1.0", "--", "ml"))
                .isEmpty();
        assertThat(git.git("diff", "--stat", "HEAD", "back-to-1.0", "--", "elsewhere", "unrelated.txt"))
                .isEmpty();
        assertThat(git.git("log", "-1", "--format=%an <%ae>%n%B", "back-to-1.0"))
                .startsWith("A <a@example.org>\nRestore rides 1.0\n")
                .contains("Aml-Snapshot: sha256:");
        assertThat(git.git("fsck", "--strict")).isEmpty();
    }

    @Test
    void ontoABranchOfACloneThatNeverHadTheCommit() throws Exception {
        GitFixture other = GitFixture.init(folder, "other").write("readme.txt", "another repository\n");
        other.commitAll();

        Restores.branch(other, zip, "back");

        other.git("checkout", "-q", "back");
        assertThat(Restores.content(other.top()))
                .containsEntry("ml/train/src/lib/b.py", "-> ../train.py")
                .containsEntry("ml/train/src/run.sh", "x #!/bin/sh\n")
                .containsEntry("readme.txt", "another repository\n");
        assertThat(other.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aBranchThatIsThereIsLeftAlone() throws Exception {
        git.git("branch", "back");
        git.git("branch", "ba/ck");

        for (String name : new String[] {"back", "ba", "-x", "a..b"}) {
            assertThatThrownBy(() -> Restores.branch(git, zip, name)).hasMessageContaining(name);
        }
        assertThat(git.git("rev-parse", "back")).isEqualTo(git.git("rev-parse", "HEAD"));
    }

    @Test
    void aBranchNeedsSomebodyToCommit() throws Exception {
        try (var repository = git.open()) {
            assertThatThrownBy(() -> repository.branch("back", Map.of())).hasMessageContaining("git config user.name");
        }
    }
}
