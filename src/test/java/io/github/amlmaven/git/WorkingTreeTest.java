package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.amlmaven.git.Change.Kind;
import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the answer is stricter than that of {@code git status}; where it is the same, see {@link PorcelainTest}. */
class WorkingTreeTest {
    private static final byte[] MODEL = "the model".repeat(300).getBytes(StandardCharsets.UTF_8);

    private final Path folder;

    WorkingTreeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void seesAnEditThatGitWasToldToAssumeAway() throws Exception {
        GitFixture git = committed();
        git.git("update-index", "--assume-unchanged", "src/a.py");
        assertThat(status(git)).isEmpty();

        git.write("src/a.py", "edited");
        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(status(git)).containsExactly("src/a.py ASSUMED_UNCHANGED");
    }

    @Test
    void seesADeletionThatGitWasToldToAssumeAway() throws Exception {
        GitFixture git = committed();
        git.git("update-index", "--assume-unchanged", "src/a.py");
        Files.delete(git.top().resolve("src/a.py"));

        assertThat(status(git)).containsExactly("src/a.py ASSUMED_UNCHANGED");
    }

    @Test
    void seesAnEditOfWhatGitWasToldToSkip() throws Exception {
        GitFixture git = committed();
        git.git("update-index", "--skip-worktree", "src/a.py");
        assertThat(status(git)).isEmpty();

        git.write("src/a.py", "edited");
        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(status(git)).containsExactly("src/a.py SKIPPED");
    }

    @Test
    void doesNotMissWhatASparseCheckoutLeavesOut() throws Exception {
        GitFixture git = committed();
        git.git("sparse-checkout", "set", "--no-cone", "--no-sparse-index", "/pom.xml");
        assertThat(git.top().resolve("src/a.py")).doesNotExist();

        assertThat(status(git)).isEmpty();
        try (GitRepository repository = git.open()) {
            assertThat(CommitTest.text(repository.head(), "src/a.py")).isEqualTo("a");
        }
    }

    @Test
    void listsUntrackedFilesWhateverIsConfigured() throws Exception {
        GitFixture git = committed();
        git.git("config", "status.showUntrackedFiles", "no");
        git.write("src/new.py", "");

        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(status(git)).containsExactly("src/new.py UNTRACKED");
    }

    @Test
    void refusesWhatOnlyTheUsersListHidesWhereItIsCaptured() throws Exception {
        GitFixture git = committed();
        Files.createDirectories(git.home().resolve(".config/git"));
        Files.writeString(git.home().resolve(".config/git/ignore"), "*.tmp\nlocal/\n");
        git.write("src/x.tmp", "").write("other/y.tmp", "").write("src/local/deep/z", "");

        assertThat(status(git)).isEmpty();
        assertThat(status(git, "src"))
                .containsExactly("src/local/deep/z HIDDEN_UNTRACKED", "src/x.tmp HIDDEN_UNTRACKED");
        assertThat(status(git, "src/local/deep")).containsExactly("src/local/deep/z HIDDEN_UNTRACKED");
        assertThat(status(git, "other/y.tmp")).containsExactly("other/y.tmp HIDDEN_UNTRACKED");
    }

    @Test
    void refusesWhatOnlyTheClonesListHidesWhereItIsCaptured() throws Exception {
        GitFixture git = committed().write(".git/info/exclude", "x.tmp\n").write("src/x.tmp", "");

        assertThat(status(git)).isEmpty();
        try (GitRepository repository = git.open()) {
            assertThat(repository
                            .workingTree()
                            .status(List.of(TreePath.of("src")))
                            .changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.detail()).endsWith("info/exclude"));
        }
    }

    @Test
    void refusesWhatAListHidesThatIsNotItselfTracked() throws Exception {
        GitFixture git = committed().write("src/.venv/.gitignore", "*\n").write("src/.venv/lib.py", "");

        assertThat(status(git)).isEmpty();
        assertThat(status(git, "src"))
                .containsExactly("src/.venv/.gitignore HIDDEN_UNTRACKED", "src/.venv/lib.py HIDDEN_UNTRACKED");
    }

    @Test
    void acceptsWhatACommittedListHidesWhereItIsCaptured() throws Exception {
        GitFixture git = committed().write(".gitignore", "*.tmp\n");
        git.commitAll();
        git.write(".git/info/exclude", "*.tmp\n").write("src/x.tmp", "");

        assertThat(status(git, "src")).isEmpty();
    }

    @Test
    void seesEditsOfASubmoduleThatIsToBeIgnored() throws Exception {
        GitFixture git = withSubmodule();
        git.git("config", "submodule.sub.ignore", "all");
        git.git("config", "-f", ".gitmodules", "submodule.sub.ignore", "all");
        git.commitAll();
        git.write("sub/lib.py", "edited").write("sub/new.py", "");

        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(status(git)).containsExactly("sub/lib.py MODIFIED", "sub/new.py UNTRACKED");
    }

    @Test
    void seesAnotherCommitOfASubmoduleThatIsToBeIgnored() throws Exception {
        GitFixture git = withSubmodule();
        git.git("config", "submodule.sub.ignore", "all");
        git.git("-C", "sub", "commit", "-q", "--allow-empty", "-m", "x");

        assertThat(git.git("status", "--porcelain")).isEmpty();
        assertThat(status(git)).containsExactly("sub SUBMODULE_COMMIT");
    }

    @Test
    void looksForHiddenFilesInACapturedSubmodule() throws Exception {
        GitFixture git = withSubmodule()
                .write(".git/modules/sub/info/exclude", "*.tmp\n")
                .write("sub/x.tmp", "");

        assertThat(status(git)).isEmpty();
        assertThat(status(git, "sub")).containsExactly("sub/x.tmp HIDDEN_UNTRACKED");
    }

    @Test
    void knowsWhatGitHasBegun() throws Exception {
        assertThat(operations(git -> git.tryGit("merge", "side"))).containsExactly(Operation.MERGE);
        assertThat(operations(git -> git.tryGit("rebase", "side"))).containsExactly(Operation.REBASE);
        assertThat(operations(git -> git.tryGit("rebase", "--apply", "side"))).containsExactly(Operation.REBASE);
        assertThat(operations(git -> git.tryGit("cherry-pick", "side"))).containsExactly(Operation.CHERRY_PICK);
        assertThat(operations(git -> git.tryGit("revert", "HEAD~1"))).containsExactly(Operation.REVERT);
        assertThat(operations(git -> git.git("bisect", "start"))).containsExactly(Operation.BISECT);
        assertThat(operations(git -> {
                    git.git("format-patch", "-q", "--output-directory=.git/patches", "main..side");
                    git.tryGit("-c", "alias.apply-all=!git am .git/patches/*", "apply-all");
                }))
                .containsExactly(Operation.AM);
        assertThat(operations(git -> {})).isEmpty();
    }

    @Test
    void reportsAConflictOnceAndAsOne() throws Exception {
        GitFixture git = diverged();
        git.tryGit("merge", "side");

        assertThat(status(git)).containsExactly("pom.xml CONFLICT");
    }

    @Test
    void knowsTheFilesOfGitLfsWithoutItsCommand() throws Exception {
        GitFixture git = withLfs();

        assertThat(status(git)).as("the pointer, when nothing was fetched").isEmpty();
        git.write("model.bin", MODEL);
        assertThat(status(git, "model.bin")).as("the file, when it was").isEmpty();
        git.write("model.bin", "an edit");
        assertThat(status(git)).containsExactly("model.bin MODIFIED");
        assertThat(marker(git)).doesNotExist();
    }

    @Test
    void runsNoFilterAndNoOtherCommand() throws Exception {
        GitFixture git = committed()
                .write(".gitattributes", "*.ipynb filter=strip diff=strip\n")
                .write("a.ipynb", "x");
        git.commitAll();
        String command = "touch '" + marker(git) + "'; cat";
        for (String key : List.of(
                "filter.strip.clean",
                "filter.strip.smudge",
                "filter.strip.process",
                "core.fsmonitor",
                "diff.external",
                "diff.strip.command",
                "diff.strip.textconv",
                "core.sshCommand",
                "core.pager",
                "alias.status",
                "gc.recentObjectsHook",
                "core.alternateRefsCommand")) {
            git.git("config", key, key.startsWith("alias") ? "!" + command : command);
        }
        Path hook = git.top().resolve(".git/hooks/post-index-change");
        git.write(".git/hooks/post-index-change", "#!/bin/sh\n" + command + "\n");
        assertThat(hook.toFile().setExecutable(true)).isTrue();
        git.write("a.ipynb", "edited");

        assertThat(status(git)).containsExactly("a.ipynb FILTERED");
        assertThat(status(git, "a.ipynb")).containsExactly("a.ipynb FILTERED");
        assertThat(marker(git)).doesNotExist();
    }

    @Test
    void refusesAFilterOnlyWhereItIsCaptured() throws Exception {
        GitFixture git =
                committed().write(".gitattributes", "*.ipynb filter=strip\n").write("nb/a.ipynb", "x");
        git.commitAll();
        git.git("config", "filter.strip.clean", "touch '" + marker(git) + "'");

        assertThat(status(git)).isEmpty();
        assertThat(status(git, "src")).isEmpty();
        assertThat(status(git, "nb")).containsExactly("nb/a.ipynb FILTERED");
        git.git("config", "--unset", "filter.strip.clean");
        assertThat(status(git, "nb")).as("a filter that no command stands for").isEmpty();
    }

    @Test
    void readsAFileAgainThatWasWrittenInTheMomentInWhichTheIndexWas() throws Exception {
        GitFixture git = committed().write("src/a.py", "b");
        FileTime edited = pretendItWasAdded(git, "src/a.py");

        Files.setLastModifiedTime(git.top().resolve(".git/index"), edited);
        assertThat(status(git)).containsExactly("src/a.py MODIFIED");

        Files.setLastModifiedTime(
                git.top().resolve(".git/index"),
                FileTime.from(edited.toInstant().plusSeconds(1)));
        assertThat(status(git))
                .as("not read, since the index says that it is the same")
                .isEmpty();
    }

    @Test
    void readsAFileAgainWhoseLengthGitHasTakenAway() throws Exception {
        GitFixture git = committed().write("src/a.py", "");
        FileTime edited = pretendItWasAdded(git, "src/a.py");
        Files.setLastModifiedTime(
                git.top().resolve(".git/index"),
                FileTime.from(edited.toInstant().plusSeconds(1)));

        assertThat(status(git)).containsExactly("src/a.py MODIFIED");
    }

    @Test
    void looksAnewWhenItIsTakenAnew() throws Exception {
        GitFixture git = committed();
        try (GitRepository repository = git.open()) {
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
            git.write("src/a.py", "edited while packing");
            assertThat(repository.workingTree().status(List.of()).isClean()).isFalse();
        }
    }

    @Test
    void itsFilesAndItsStatusAreOfOneMoment() throws Exception {
        GitFixture git = committed();
        try (GitRepository repository = git.open()) {
            WorkingTree workingTree = repository.workingTree();
            assertThat(workingTree.status(List.of()).isClean()).isTrue();
            git.write("src/later.py", "");

            assertThat(workingTree.files().children(TreePath.of("src")))
                    .extracting(entry -> entry.path().value())
                    .containsExactly("src/a.py");
            assertThat(workingTree.files().find(TreePath.of("src/later.py"))).isEmpty();
            assertThat(repository.workingTree().files().find(TreePath.of("src/later.py")))
                    .isPresent();
        }
    }

    @Test
    void knowsTheBlobOfWhatIsTracked() throws Exception {
        GitFixture git = committed().write("new.py", "");
        try (GitRepository repository = git.open()) {
            WorkingTree workingTree = repository.workingTree();
            assertThat(workingTree.staged(TreePath.of("src/a.py")))
                    .contains(git.git("rev-parse", "HEAD:src/a.py").strip());
            assertThat(workingTree.staged(TreePath.of("new.py"))).isEmpty();
            assertThat(workingTree.staged(TreePath.of("src"))).isEmpty();
        }
    }

    @Test
    void seesThatAnotherCommitWasCheckedOutSince() throws Exception {
        GitFixture git = committed();
        try (GitRepository repository = git.open()) {
            String before = repository.head().id();
            git.write("src/a.py", "edited");
            git.commitAll();
            assertThat(repository.workingTree().status(List.of()).changes())
                    .extracting(Change::kind)
                    .containsExactly(Kind.STAGED_MODIFIED);
            assertThat(repository.head().id()).isEqualTo(before);
        }
    }

    @Test
    void changesNothingInTheRepository() throws Exception {
        GitFixture git = withSubmodule().write("src/a.py", "edited").write("new", "");
        List<String> before = state(git.top());

        assertThat(status(git, "src", "sub")).isNotEmpty();

        assertThat(state(git.top())).isEqualTo(before);
    }

    @Test
    void refusesASubmoduleThatItWouldMisread() throws Exception {
        GitFixture git = withSubmodule();
        git.git("-C", "sub", "update-index", "--split-index");

        UnusableRepositoryException refusal =
                catchThrowableOfType(UnusableRepositoryException.class, () -> status(git));
        assertThat(refusal.reason()).isEqualTo(Reason.SPLIT_INDEX);
    }

    private GitFixture committed() {
        GitFixture git = GitFixture.init(folder).write("pom.xml", "1").write("src/a.py", "a");
        git.commitAll();
        return git;
    }

    private GitFixture withSubmodule() {
        GitFixture library = GitFixture.init(folder, "library").write("lib.py", "1");
        library.commitAll();
        GitFixture git = committed();
        git.git("submodule", "add", "-q", library.top().toString(), "sub");
        git.commitAll();
        return git;
    }

    private GitFixture withLfs() {
        GitFixture git = committed();
        git.write(".gitattributes", "*.bin filter=lfs diff=lfs merge=lfs -text\n")
                .write("model.bin", CommitTest.pointer(MODEL));
        git.commitAll();
        git.git("config", "filter.lfs.process", "touch '" + marker(git) + "'");
        git.git("config", "filter.lfs.required", "true");
        return git;
    }

    private GitFixture diverged() throws IOException {
        GitFixture git =
                GitFixture.init(Files.createTempDirectory(folder, "diverged")).write("pom.xml", "1");
        git.commitAll();
        git.git("checkout", "-q", "-b", "side");
        git.write("pom.xml", "side");
        git.commitAll();
        git.git("checkout", "-q", "main");
        git.write("pom.xml", "2");
        git.commitAll();
        git.write("pom.xml", "3");
        git.commitAll();
        return git;
    }

    private interface Beginning {
        void of(GitFixture git);
    }

    private Iterable<Operation> operations(Beginning beginning) throws Exception {
        GitFixture git = diverged();
        beginning.of(git);
        try (GitRepository repository = git.open()) {
            return repository.workingTree().status(List.of()).operations();
        }
    }

    private static Path marker(GitFixture git) {
        return git.home().resolve("executed");
    }

    private static List<String> status(GitFixture git, String... captured) throws Exception {
        try (GitRepository repository = git.open()) {
            List<TreePath> paths = Stream.of(captured).map(TreePath::of).toList();
            return repository.workingTree().status(paths).changes().stream()
                    .map(change -> change.path() + " " + change.kind())
                    .toList();
        }
    }

    /** Makes the index remember a file as it is now, with the content that was added before; gives the time of the file. */
    private static FileTime pretendItWasAdded(GitFixture git, String path) throws IOException {
        Path index = git.top().resolve(".git/index");
        byte[] raw = Files.readAllBytes(index);
        int entry = new String(raw, StandardCharsets.ISO_8859_1).indexOf(path) - 62;
        FileStat stat = FileStat.of(git.top().resolve(path));
        ByteBuffer in = ByteBuffer.wrap(raw);
        putTime(in, entry, stat.changed());
        putTime(in, entry + 8, stat.modified());
        in.putInt(entry + 20, (int) stat.inode()).putInt(entry + 36, (int) stat.size());
        Files.write(index, raw);
        return FileTime.from(stat.modified(), TimeUnit.NANOSECONDS);
    }

    private static void putTime(ByteBuffer in, int at, long nanos) {
        in.putInt(at, (int) (nanos / 1_000_000_000)).putInt(at + 4, (int) (nanos % 1_000_000_000));
    }

    /** Every file with its content's length, its time and its own status change. */
    private static List<String> state(Path top) throws IOException {
        try (Stream<Path> files = Files.walk(top)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return file + " " + FileStat.of(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
