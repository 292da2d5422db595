package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import io.github.amlmaven.tree.OutsideTreeException;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitRepositoryTest {
    private static final int SOMEBODY = 4711;

    private final Path folder;

    GitRepositoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void opensFromAnyFolderOfTheWorkingCopy() throws Exception {
        GitFixture git = committed().write("module/src/x", "");

        try (GitRepository repository = GitRepository.open(git.top().resolve("module/src"), git.environment())) {
            assertThat(repository.workTree()).isEqualTo(git.top());
            assertThat(repository.gitDir()).isEqualTo(git.top().resolve(".git"));
        }
    }

    @Test
    void refusesAFolderInNoRepository() throws Exception {
        GitFixture nothing = GitFixture.at(folder, "plain");

        assertThat(refusal(nothing, nothing.top()))
                .returns(Reason.NO_REPOSITORY, UnusableRepositoryException::reason)
                .hasMessageContaining(nothing.top().toString())
                .hasMessageContaining("git init");
    }

    @Test
    void refusesAGitFileThatLeadsNowhere() throws Exception {
        GitFixture git = GitFixture.at(folder, "broken").write(".git", "gitdir: ../gone\n");

        assertThat(refusal(git, git.top()).reason()).isEqualTo(Reason.NO_REPOSITORY);
    }

    @Test
    void refusesABareRepository() throws Exception {
        GitFixture git = GitFixture.init(folder, "bare.git", "--bare");

        assertThat(refusal(git, git.top()))
                .returns(Reason.BARE, UnusableRepositoryException::reason)
                .hasMessageContaining("git worktree add");
    }

    @Test
    void refusesARepositoryThatIsSaidToBeBare() throws Exception {
        GitFixture git = committed();
        git.git("config", "core.bare", "true");

        assertThat(refusal(git, git.top()).reason()).isEqualTo(Reason.BARE);
    }

    @Test
    void refusesARepositoryWithoutACommit() throws Exception {
        GitFixture git = GitFixture.init(folder);

        assertThat(refusal(git, git.top()))
                .returns(Reason.NO_COMMIT, UnusableRepositoryException::reason)
                .hasMessageContaining("git commit");
    }

    @Test
    void refusesObjectsNamedBySha256() throws Exception {
        GitFixture git =
                GitFixture.init(folder, "repo", "--object-format=sha256").write("x", "");
        git.commitAll();

        assertThat(refusal(git, git.top())).returns(Reason.SHA256, UnusableRepositoryException::reason);
    }

    @Test
    void refusesAReftable() throws Exception {
        GitFixture git = withExtension("refStorage", "reftable");

        assertThat(refusal(git, git.top()))
                .returns(Reason.REFTABLE, UnusableRepositoryException::reason)
                .hasMessageContaining("git refs migrate --ref-format=files");
    }

    @Test
    void refusesAnExtensionThatItDoesNotKnow() throws Exception {
        GitFixture git = withExtension("quantum", "true");

        assertThat(refusal(git, git.top()))
                .returns(Reason.UNKNOWN_FORMAT, UnusableRepositoryException::reason)
                .hasMessageContaining("extensions.quantum");
    }

    @Test
    void opensWithExtensionsThatChangeNothingHere() throws Exception {
        GitFixture git = withExtension("preciousObjects", "true");

        try (GitRepository repository = git.open()) {
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
    }

    @Test
    void refusesANewerFormat() throws Exception {
        GitFixture git = committed();
        git.git("config", "core.repositoryFormatVersion", "2");

        assertThat(refusal(git, git.top()).reason()).isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void refusesASparseIndex() throws Exception {
        GitFixture git = committed().write("a/x", "").write("b/y", "");
        git.commitAll();
        git.git("sparse-checkout", "set", "--cone", "--sparse-index", "a");

        assertThat(refusal(git, git.top()))
                .returns(Reason.SPARSE_INDEX, UnusableRepositoryException::reason)
                .hasMessageContaining("git sparse-checkout reapply --no-sparse-index");
        git.git("sparse-checkout", "reapply", "--no-sparse-index");
        git.open().close();
    }

    @Test
    void refusesASplitIndex() throws Exception {
        GitFixture git = committed();
        git.git("update-index", "--split-index");

        assertThat(refusal(git, git.top()))
                .returns(Reason.SPLIT_INDEX, UnusableRepositoryException::reason)
                .hasMessageContaining("git update-index --no-split-index");
        git.git("update-index", "--no-split-index");
        git.open().close();
    }

    @Test
    void refusesAnIndexOfAnUnknownVersion() throws Exception {
        GitFixture git = committed();
        patchIndex(git, index -> index.putInt(4, 9));

        assertThat(refusal(git, git.top())).returns(Reason.UNKNOWN_INDEX, UnusableRepositoryException::reason);
    }

    @Test
    void refusesADamagedIndex() throws Exception {
        GitFixture git = committed();
        patchIndex(git, index -> index.putInt(8, 1000));

        assertThat(refusal(git, git.top()))
                .returns(Reason.UNKNOWN_INDEX, UnusableRepositoryException::reason)
                .hasMessageContaining("damaged");
    }

    @Test
    void refusesAnIndexWhosePathsClimb() throws Exception {
        GitFixture git = GitFixture.init(folder).write("abc", "");
        git.commitAll();
        patchIndex(git, index -> index.put(12 + 62, new byte[] {'.', '.', '/'}));

        assertThat(refusal(git, git.top()).reason()).isEqualTo(Reason.UNKNOWN_INDEX);
    }

    @Test
    void refusesConfigurationThatGitWouldRefuse() throws Exception {
        GitFixture git = committed().write(".git/config", "[core]\n\tbare = false\nnonsense here\n");

        assertThat(refusal(git, git.top()))
                .returns(Reason.BAD_CONFIGURATION, UnusableRepositoryException::reason)
                .hasMessageContaining(git.top().resolve(".git/config").toString())
                .hasMessageContaining("line 3");
    }

    @Test
    void refusesARepositoryOfAnotherUserUntilItIsListed() throws Exception {
        GitFixture git = committed();
        giveAway(git.top());

        assertThat(refusal(git, git.top()))
                .returns(Reason.FOREIGN_OWNER, UnusableRepositoryException::reason)
                .hasMessageContaining("git config --global --add safe.directory " + git.top());
        assertThat(git.tryGit("status").status()).isNotZero();

        git.git("config", "--global", "--add", "safe.directory", git.top().toString());
        git.open().close();
        git.git("status");
    }

    @Test
    void knowsEveryWayToListARepository() throws Exception {
        GitFixture git = committed();
        giveAway(git.top());
        Path parent = git.home().resolveSibling("");
        String top = git.top().toString();

        assertThat(opens(git, "*")).isTrue();
        assertThat(opens(git, parent + "/*")).isTrue();
        assertThat(opens(git, "/elsewhere", top)).isTrue();
        assertThat(opens(git, parent.toString())).isFalse();
        assertThat(opens(git, top + "/*")).isFalse();
        assertThat(opens(git, top, "")).isFalse();
        assertThat(opens(git, "relative/../" + top)).isFalse();
        assertThat(opens(git.write(".git/config", "[safe]\n\tdirectory = *\n"))).isFalse();
    }

    @Test
    void takesRootForWhoeverCalledSudo() throws Exception {
        GitFixture git = committed();
        giveAway(git.top());

        GitRepository.open(git.top(), git.environment(Map.of("SUDO_UID", String.valueOf(SOMEBODY))))
                .close();
        assertThat(refusal(git, git.top(), Map.of("SUDO_UID", "1")).reason()).isEqualTo(Reason.FOREIGN_OWNER);
    }

    @Test
    void doesNotAskForTheOwnerOfARepositoryThatTheEnvironmentNames() throws Exception {
        GitFixture git = committed();
        giveAway(git.top());

        GitRepository.open(
                        git.top(),
                        git.environment(
                                Map.of("GIT_DIR", git.top().resolve(".git").toString())))
                .close();
    }

    @Test
    void worksInALinkedWorkingCopy() throws Exception {
        GitFixture git = committed();
        git.git("worktree", "add", "-q", "../linked");
        GitFixture linked = GitFixture.at(folder, "linked").write("pom.xml", "edited");
        git.write("README", "other edit");

        try (GitRepository repository = linked.open()) {
            assertThat(repository.workTree()).isEqualTo(linked.top());
            assertThat(repository.head().id())
                    .isEqualTo(git.git("rev-parse", "HEAD").strip());
            assertThat(repository.workingTree().status(List.of()).changes())
                    .extracting(change -> change.path().value())
                    .containsExactly("pom.xml");
        }
    }

    @Test
    void worksInALinkedWorkingCopyOfABareRepository() throws Exception {
        GitFixture git = committed();
        GitFixture bare = GitFixture.at(folder, "bare.git");
        bare.git("clone", "-q", "--bare", git.top().toString(), ".");
        bare.git("worktree", "add", "-q", "../linked");

        try (GitRepository repository = GitFixture.at(folder, "linked").open()) {
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
    }

    @Test
    void worksInAShallowCloneWithADetachedHead() throws Exception {
        GitFixture git = committed().write("pom.xml", "2");
        String head = git.commitAll();
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", "--depth", "1", "file://" + git.top(), ".");
        clone.git("checkout", "-q", "--detach");

        try (GitRepository repository = clone.open()) {
            assertThat(repository.head().id()).isEqualTo(head);
            assertThat(CommitTest.text(repository.head(), "pom.xml")).isEqualTo("2");
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
    }

    @Test
    void knowsWhetherARemoteHasTheCommit() throws Exception {
        GitFixture git = committed().write("pom.xml", "2");
        git.commitAll();
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", git.top().toString(), ".");
        clone.git("checkout", "-q", "HEAD~1");
        try (GitRepository repository = clone.open()) {
            assertThat(repository.isPushed()).isTrue();
        }
        clone.write("pom.xml", "3").commitAll();
        try (GitRepository repository = clone.open()) {
            assertThat(repository.isPushed()).isFalse();
        }
    }

    @Test
    void readsObjectsThatAnotherRepositoryLends() throws Exception {
        GitFixture git = committed();
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", "--shared", git.top().toString(), ".");

        try (GitRepository repository = clone.open()) {
            assertThat(CommitTest.text(repository.head(), "pom.xml")).isEqualTo("1");
        }
    }

    @Test
    void worksInASubmoduleAsInARepositoryOfItsOwn() throws Exception {
        GitFixture library = committed();
        GitFixture git = GitFixture.init(folder, "outer");
        git.git("submodule", "add", "-q", library.top().toString(), "sub");
        git.commitAll();
        git.write("untracked", "");

        try (GitRepository repository = GitRepository.open(git.top().resolve("sub"), git.environment())) {
            assertThat(repository.workTree()).isEqualTo(git.top().resolve("sub"));
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
    }

    @Test
    void takesTheRepositoryAndTheIndexThatAHookNames() throws Exception {
        GitFixture git = committed().write("a/x", "");
        Files.copy(git.top().resolve(".git/index"), git.top().resolve(".git/other"));
        git.git("add", "--all");
        Map<String, String> hook = git.environment(
                Map.of("GIT_DIR", git.top().resolve(".git").toString(), "GIT_INDEX_FILE", ".git/other"));

        try (GitRepository repository = GitRepository.open(git.top().resolve("a"), hook)) {
            assertThat(repository.workTree()).isEqualTo(git.top());
            assertThat(repository.workingTree().status(List.of()).changes())
                    .extracting(Change::kind)
                    .containsExactly(Change.Kind.UNTRACKED);
        }
    }

    @Test
    void takesAWorkingCopyThatLiesElsewhere() throws Exception {
        GitFixture git = committed();
        Path elsewhere = Files.createDirectories(folder.toRealPath().resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("pom.xml"), "1");
        Map<String, String> environment = git.environment(
                Map.of("GIT_DIR", git.top().resolve(".git").toString(), "GIT_WORK_TREE", elsewhere.toString()));

        try (GitRepository repository = GitRepository.open(elsewhere, environment)) {
            assertThat(repository.workTree()).isEqualTo(elsewhere);
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
        git.git("config", "core.worktree", elsewhere.toString());
        Map<String, String> hook =
                git.environment(Map.of("GIT_DIR", git.top().resolve(".git").toString()));
        try (GitRepository repository = GitRepository.open(elsewhere, hook)) {
            assertThat(repository.workTree()).isEqualTo(elsewhere);
        }
        assertThat(refusal(git, git.top()))
                .returns(Reason.NO_REPOSITORY, UnusableRepositoryException::reason)
                .hasMessageContaining("core.worktree");
    }

    @Test
    void saysThatACommitIsMalformed() throws Exception {
        GitFixture git = committed().write("garbage", "tree nothing\n");
        String id = git.git("hash-object", "-t", "commit", "--literally", "-w", "garbage")
                .strip();
        Files.writeString(git.top().resolve(".git/refs/heads/main"), id + "\n");

        assertThatThrownBy(git::open).isInstanceOf(IOException.class).hasMessageContaining("git fsck");
    }

    @Test
    void refusesAnEnvironmentThatNamesTheRepositoryOfAnotherProject() throws Exception {
        GitFixture other = GitFixture.init(folder, "other").write("x", "");
        other.commitAll();
        GitFixture git = committed();

        assertThat(refusal(
                        git,
                        git.top(),
                        Map.of("GIT_DIR", other.top().resolve(".git").toString())))
                .returns(Reason.NO_REPOSITORY, UnusableRepositoryException::reason)
                .hasMessageContaining("Unset GIT_DIR");
    }

    @Test
    void saysWhichObjectAPartialCloneLacks() throws Exception {
        GitFixture git = committed();
        git.git("config", "uploadpack.allowFilter", "true");
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", "--no-checkout", "--filter=blob:none", "file://" + git.top(), ".");

        try (GitRepository repository = clone.open()) {
            assertThat(repository.head().find(TreePath.of("pom.xml"))).isPresent();
            assertThatThrownBy(() -> CommitTest.text(repository.head(), "pom.xml"))
                    .isInstanceOf(ObjectMissingException.class)
                    .hasMessageContaining("partial clone")
                    .hasMessageContaining("git fetch --refetch --no-filter");
        }
    }

    @Test
    void readsAPartialCloneThatHasWhatIsNeeded() throws Exception {
        GitFixture git = committed();
        git.git("config", "uploadpack.allowFilter", "true");
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", "--filter=blob:none", "file://" + git.top(), ".");

        try (GitRepository repository = clone.open()) {
            assertThat(CommitTest.text(repository.head(), "pom.xml")).isEqualTo("1");
            assertThat(repository.workingTree().status(List.of()).isClean()).isTrue();
        }
    }

    @Test
    void relativizesPathsOfTheWorkingCopy() throws Exception {
        GitFixture git = committed().write("größe/x", "");
        Path alias = Files.createSymbolicLink(folder.resolve("alias"), git.top());

        try (GitRepository repository = GitRepository.open(alias, git.environment())) {
            assertThat(repository.relativize(git.top())).isEqualTo(TreePath.ROOT);
            assertThat(repository.relativize(alias)).isEqualTo(TreePath.ROOT);
            assertThat(repository.relativize(
                            new DiskPaths(alias).locate(TreePath.of("größe/x")).orElseThrow()))
                    .isEqualTo(TreePath.of("größe/x"));
            assertThat(repository.relativize(git.top().resolve("a/../new"))).isEqualTo(TreePath.of("new"));
            assertThat(repository.relativize(alias.resolve("not/there/yet"))).isEqualTo(TreePath.of("not/there/yet"));
            assertThatThrownBy(() -> repository.relativize(folder)).isInstanceOf(OutsideTreeException.class);
        }
    }

    private GitFixture committed() {
        GitFixture git = GitFixture.init(folder).write("pom.xml", "1");
        git.commitAll();
        return git;
    }

    private GitFixture withExtension(String name, String value) {
        GitFixture git = committed();
        git.git("config", "core.repositoryFormatVersion", "1");
        git.git("config", "extensions." + name, value);
        return git;
    }

    private static UnusableRepositoryException refusal(GitFixture git, Path start) {
        return refusal(git, start, Map.of());
    }

    private static UnusableRepositoryException refusal(GitFixture git, Path start, Map<String, String> more) {
        return catchThrowableOfType(
                UnusableRepositoryException.class,
                () -> GitRepository.open(start, git.environment(more)).close());
    }

    private static boolean opens(GitFixture git, String... listed) throws IOException {
        StringBuilder config = new StringBuilder("[safe]\n");
        Stream.of(listed)
                .forEach(value -> config.append("\tdirectory = ").append(value).append('\n'));
        Files.writeString(git.home().resolve(".gitconfig"), config);
        try {
            git.open().close();
            return true;
        } catch (UnusableRepositoryException e) {
            assertThat(e.reason()).isEqualTo(Reason.FOREIGN_OWNER);
            return false;
        }
    }

    /** Only root may give a file away; others test the rule by {@link OwnershipTest}. */
    private static void giveAway(Path top) throws IOException {
        assumeThat(Files.getAttribute(top, "unix:uid"))
                .as("giving a folder away needs root")
                .isEqualTo(0);
        try (Stream<Path> files = Files.walk(top)) {
            files.forEach(file -> {
                try {
                    Files.setAttribute(file, "unix:uid", SOMEBODY, LinkOption.NOFOLLOW_LINKS);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private interface Patch {
        void apply(ByteBuffer index);
    }

    private static void patchIndex(GitFixture git, Patch patch) throws IOException {
        Path index = git.top().resolve(".git/index");
        byte[] raw = Files.readAllBytes(index);
        patch.apply(ByteBuffer.wrap(raw));
        Files.write(index, raw);
    }
}
