package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreeEntry.Kind;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommitTest {
    private final Path folder;

    CommitTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void givesTheBytesOfTheCommitAndNotOfTheWorkingCopy() throws Exception {
        GitFixture git = GitFixture.init(folder).write("a/b.txt", "committed");
        String id = git.commitAll();
        git.write("a/b.txt", "edited");

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            assertThat(head.id()).isEqualTo(id);
            assertThat(head.tree())
                    .isEqualTo(git.git("rev-parse", "HEAD^{tree}").strip());
            assertThat(head.committedAt()).isEqualTo(Instant.ofEpochSecond(GitFixture.COMMITTED_AT));
            assertThat(text(head, "a/b.txt")).isEqualTo("committed");
            assertThat(head.size(entry(head, "a/b.txt"))).isEqualTo(9);
        }
    }

    @Test
    void knowsFilesExecutablesLinksAndFolders() throws Exception {
        GitFixture git =
                GitFixture.init(folder).write("plain", "1").write("run.sh", "2").write("dir/x", "3");
        git.link("link", "dir/ü");
        git.git("add", "--all");
        git.git("update-index", "--chmod=+x", "run.sh");
        git.commit();

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            assertThat(head.children(TreePath.ROOT))
                    .extracting(entry -> entry.path() + " " + entry.kind())
                    .containsExactly("dir FOLDER", "link LINK", "plain FILE", "run.sh EXECUTABLE");
            assertThat(head.target(entry(head, "link"))).isEqualTo("dir/ü");
            assertThat(entry(head, "plain").object())
                    .hasValue(git.git("rev-parse", "HEAD:plain").strip());
            assertThat(head.isPointer(entry(head, "plain"))).isFalse();
            assertThat(entry(head, "dir").object())
                    .hasValue(git.git("rev-parse", "HEAD:dir").strip());
            assertThat(head.find(TreePath.of("dir/nothing"))).isEmpty();
            assertThat(head.find(TreePath.of("link/x"))).isEmpty();
            assertThat(head.find(TreePath.of("plain/x"))).isEmpty();
            assertThat(head.children(TreePath.of("plain"))).isEmpty();
        }
    }

    @Test
    void ordersByCodePointWhereGitOrdersFoldersByATrailingSlash() throws Exception {
        GitFixture git =
                GitFixture.init(folder).write("a/x", "").write("a.txt", "").write("a0", "");
        git.commitAll();

        try (GitRepository repository = git.open()) {
            assertThat(repository.head().children(TreePath.ROOT))
                    .extracting(entry -> entry.path().value())
                    .containsExactly("a", "a.txt", "a0");
        }
    }

    @Test
    void readsNamesOfAnyBytes() throws Exception {
        GitFixture git = GitFixture.init(folder);
        String blob = git.write("x", "content").git("hash-object", "-w", "x").strip();
        git.write("list", ("100644 blob " + blob + "\tf\u00ff\u00fe\0").getBytes(StandardCharsets.ISO_8859_1));
        String tree = git.git("-c", "alias.make=!git mktree -z < list", "make").strip();
        String commit = git.git("commit-tree", "-m", "m", tree).strip();
        git.git("update-ref", "HEAD", commit);

        try (GitRepository repository = git.open()) {
            TreeEntry only = repository.head().children(TreePath.ROOT).get(0);
            assertThat(only.path().value()).isEqualTo("f\uDCFF\uDCFE");
            assertThat(PathText.encode(only.path().value())).containsExactly('f', 0xFF, 0xFE);
            assertThat(repository.head().find(only.path())).hasValue(only);
        }
    }

    @Test
    void readsALongPathAndNoEndlessOne() throws Exception {
        GitFixture git = GitFixture.init(folder);
        String blob = git.write("x", "content").git("hash-object", "-w", "x").strip();
        String usual = "d/".repeat(150) + "x";
        String endless = "e/".repeat(2500) + "x";
        git.git("update-index", "--add", "--cacheinfo", "100644," + blob + "," + usual);
        git.git("update-index", "--add", "--cacheinfo", "100644," + blob + "," + endless);
        git.commit();
        UnusableRepositoryException refusal = catchThrowableOfType(
                UnusableRepositoryException.class, () -> git.open().close());
        assertThat(refusal.reason()).isEqualTo(UnusableRepositoryException.Reason.UNKNOWN_INDEX);
        git.git("read-tree", "--empty");

        try (GitRepository repository = git.open()) {
            assertThat(text(repository.head(), usual)).isEqualTo("content");
            assertThatThrownBy(() -> repository.head().find(TreePath.of(endless)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("longer than 4096");
            assertThatThrownBy(() -> repository.workingTree().status(List.of())).isInstanceOf(IOException.class);
        }
    }

    @Test
    void readsFromManyThreadsAtOnce() throws Exception {
        GitFixture git = GitFixture.init(folder);
        IntStream.range(0, 200).forEach(i -> git.write("d" + i % 7 + "/f" + i, "content " + i));
        git.commitAll();
        git.git("gc", "-q");

        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            List<Future<String>> texts = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> text(head, "d" + i % 7 + "/f" + i)))
                    .toList();
            for (int i = 0; i < 200; i++) {
                assertThat(texts.get(i).get()).isEqualTo("content " + i);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void streamsWhatIsLargerThanTheMemory() throws Exception {
        GitFixture git = GitFixture.init(folder).write("pom.xml", "");
        try (OutputStream out = Files.newOutputStream(git.top().resolve("large.bin"))) {
            byte[] block = new byte[1 << 20];
            for (int i = 0; i < 400; i++) {
                block[0] = (byte) i;
                out.write(block);
            }
        }
        git.git("-c", "core.bigFileThreshold=1m", "-c", "core.compression=1", "add", "--all");
        git.commit();
        String length = String.valueOf(400 << 20);

        assertThat(OwnJvm.run(git.home(), Length.class, Map.of(), git.top().toString()))
                .isEqualTo(length);
    }

    /** Prints how many bytes a file of the commit has. */
    static final class Length {
        public static void main(String[] arguments) throws Exception {
            try (GitRepository repository = GitRepository.open(Path.of(arguments[0]), Map.of());
                    InputStream in = repository.head().open(entry(repository.head(), "large.bin"))) {
                System.out.println(in.transferTo(OutputStream.nullOutputStream()));
            }
        }
    }

    @Test
    void givesTheFileThatGitLfsHasFetched() throws Exception {
        byte[] content = "the model".repeat(500).getBytes(StandardCharsets.UTF_8);
        GitFixture git = GitFixture.init(folder).write("model.bin", pointer(content));
        git.commitAll();
        git.write(
                ".git/lfs/objects/" + sha256(content).substring(0, 2) + "/"
                        + sha256(content).substring(2, 4) + "/" + sha256(content),
                content);

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            TreeEntry model = entry(head, "model.bin");
            assertThat(head.lfsPointer(model)).hasValue(new LfsPointer(sha256(content), content.length));
            assertThat(head.isPointer(model)).isTrue();
            assertThat(head.size(model)).isEqualTo(content.length);
            assertThat(bytes(head, "model.bin")).isEqualTo(content);
        }
    }

    @Test
    void givesAnLfsFileFromTheWorkingCopyOnlyWhenItIsTheVeryOne() throws Exception {
        byte[] content = "the model".getBytes(StandardCharsets.UTF_8);
        GitFixture git = GitFixture.init(folder).write("model.bin", pointer(content));
        git.commitAll();

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            assertThatThrownBy(() -> bytes(head, "model.bin"))
                    .isInstanceOf(LfsObjectMissingException.class)
                    .hasMessageContaining("model.bin")
                    .hasMessageContaining("git lfs pull --include=\"model.bin\"");
            git.write("model.bin", "an edit  ");
            assertThatThrownBy(() -> bytes(head, "model.bin")).isInstanceOf(LfsObjectMissingException.class);
            git.write("model.bin", content);
            assertThat(bytes(head, "model.bin")).isEqualTo(content);
        }
    }

    @Test
    void namesEveryFileThatGitLfsHasNotFetched() throws Exception {
        byte[] fetched = "fetched".getBytes(StandardCharsets.UTF_8);
        GitFixture git = GitFixture.init(folder)
                .write("a.bin", pointer("a".getBytes(StandardCharsets.UTF_8)))
                .write("b/c.bin", pointer("c".getBytes(StandardCharsets.UTF_8)))
                .write("fetched.bin", pointer(fetched))
                .write("text", "no pointer");
        git.commitAll();
        git.write("fetched.bin", fetched);

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            List<TreeEntry> files = List.of(
                    entry(head, "a.bin"), entry(head, "b/c.bin"), entry(head, "fetched.bin"), entry(head, "text"));
            assertThatThrownBy(() -> head.requireFetched(files))
                    .isInstanceOf(LfsObjectMissingException.class)
                    .hasMessageContainingAll("These 2 files", "a.bin (oid ", "b/c.bin (oid ", "`git lfs pull`")
                    .hasMessageNotContaining("fetched.bin");
            head.requireFetched(List.of(entry(head, "fetched.bin"), entry(head, "text")));
        }
    }

    @Test
    void doesNotTakeADamagedFileOfTheLfsStore() throws Exception {
        byte[] content = "the model".getBytes(StandardCharsets.UTF_8);
        GitFixture git = GitFixture.init(folder).write("model.bin", pointer(content));
        git.commitAll();
        git.write(
                ".git/lfs/objects/" + sha256(content).substring(0, 2) + "/"
                        + sha256(content).substring(2, 4) + "/" + sha256(content),
                "the m0del");

        try (GitRepository repository = git.open()) {
            assertThatThrownBy(() -> bytes(repository.head(), "model.bin"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("git lfs fsck");
        }
    }

    @Test
    void takesATextThatOnlyLooksLikeAPointerAsItIs() throws Exception {
        String text = "version https://git-lfs.github.com/spec/v1\noid sha256:short\nsize 9\n";
        GitFixture git = GitFixture.init(folder).write("note.txt", text);
        git.commitAll();

        try (GitRepository repository = git.open()) {
            assertThat(repository.head().lfsPointer(entry(repository.head(), "note.txt")))
                    .isEmpty();
            assertThat(text(repository.head(), "note.txt")).isEqualTo(text);
        }
    }

    @Test
    void showsASubmoduleAsTheFolderOfItsRecordedCommit() throws Exception {
        GitFixture inner = GitFixture.init(folder, "inner").write("deep.txt", "deep");
        inner.commitAll();
        GitFixture library = GitFixture.init(folder, "library").write("lib.py", "one");
        library.git("submodule", "add", "-q", inner.top().toString(), "nested/inner");
        String recorded = library.commitAll();
        GitFixture git = GitFixture.init(folder).write("pom.xml", "");
        git.git("submodule", "add", "-q", library.top().toString(), "libs/library");
        git.git("submodule", "update", "-q", "--init", "--recursive");
        git.commitAll();
        git.write("libs/library/lib.py", "edited");

        try (GitRepository repository = git.open()) {
            Commit head = repository.head();
            assertThat(entry(head, "libs/library").kind()).isEqualTo(Kind.FOLDER);
            assertThat(text(head, "libs/library/lib.py")).isEqualTo("one");
            assertThat(text(head, "libs/library/nested/inner/deep.txt")).isEqualTo("deep");
            assertThat(head.submodules())
                    .containsEntry(TreePath.of("libs/library"), recorded)
                    .containsKey(TreePath.of("libs/library/nested/inner"))
                    .hasSize(2);
        }
    }

    @Test
    void namesTheCommandThatFetchesASubmodule() throws Exception {
        GitFixture library = GitFixture.init(folder, "library").write("lib.py", "one");
        library.commitAll();
        GitFixture git = GitFixture.init(folder);
        git.git("submodule", "add", "-q", library.top().toString(), "library");
        git.commitAll();
        GitFixture clone = GitFixture.at(folder, "clone");
        clone.git("clone", "-q", git.top().toString(), ".");

        try (GitRepository repository = clone.open()) {
            assertThat(repository.head().submodules()).hasSize(1);
            assertThatThrownBy(() -> repository.head().find(TreePath.of("library/lib.py")))
                    .isInstanceOf(ObjectMissingException.class)
                    .hasMessageContaining("git submodule update --init library");
        }
    }

    @Test
    void neverFollowsASubmoduleNameOutOfTheRepository() throws Exception {
        GitFixture other = GitFixture.init(folder, "other").write("secret", "s");
        String commit = other.commitAll();
        GitFixture git = GitFixture.init(folder)
                .write(".gitmodules", "[submodule \"../../../other/.git\"]\n\tpath = sub\n\turl = x\n");
        git.git("add", ".gitmodules");
        git.git("update-index", "--add", "--cacheinfo", "160000," + commit + ",sub");
        git.commit();

        try (GitRepository repository = git.open()) {
            assertThatThrownBy(() -> repository.head().children(TreePath.of("sub")))
                    .isInstanceOf(ObjectMissingException.class);
        }
    }

    static TreeEntry entry(FileTree tree, String path) throws IOException {
        Optional<TreeEntry> entry = tree.find(TreePath.of(path));
        assertThat(entry).as(path).isPresent();
        return entry.orElseThrow();
    }

    static byte[] bytes(FileTree tree, String path) throws IOException {
        try (InputStream in = tree.open(entry(tree, path))) {
            return in.readAllBytes();
        }
    }

    static String text(FileTree tree, String path) throws IOException {
        return new String(bytes(tree, path), StandardCharsets.UTF_8);
    }

    static String pointer(byte[] content) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:" + sha256(content) + "\nsize " + content.length
                + "\n";
    }

    static String sha256(byte[] content) {
        MessageDigest digest = Hashes.sha256();
        return HexFormat.of().formatHex(digest.digest(content));
    }
}
