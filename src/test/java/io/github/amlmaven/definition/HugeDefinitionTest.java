package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.git.GitFixture;
import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.WorkingTree;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A definition of one gigabyte is refused by its size: nobody reads it to find out. */
class HugeDefinitionTest {
    private static final long GIGABYTE = 1L << 30;
    private static final String COMPONENT =
            "{name: c, version: 1, type: command, command: ls, environment: 'file:./huge.yml'}";

    private final Path folder;

    HugeDefinitionTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isRefusedInAnyTreeWhoeverRefersToIt() throws Exception {
        assertRefused(new Huge(new MemoryTree().file("huge.yml", "").file("c.yml", COMPONENT)));
    }

    @Test
    void isRefusedInTheWorkingCopy() throws Exception {
        GitFixture git = GitFixture.init(folder).write("c.yml", COMPONENT);
        git.commitAll();
        try (RandomAccessFile file = new RandomAccessFile(git.path("huge.yml").toFile(), "rw")) {
            file.setLength(GIGABYTE);
        }
        try (GitRepository repository = git.open()) {
            WorkingTree workingTree = repository.workingTree();
            assertRefused(workingTree.files());
            assertThat(workingTree.status(List.of()).changes())
                    .extracting(change -> change.path() + " " + change.kind())
                    .containsExactly("huge.yml UNTRACKED");
        }
    }

    @Test
    void isRefusedInTheCommit() throws Exception {
        GitFixture git = GitFixture.init(folder).write("c.yml", COMPONENT);
        git.git("add", "c.yml");
        String id = "0123456789".repeat(4);
        claim(git.path(".git/objects/01/" + id.substring(2)));
        git.git("update-index", "--add", "--cacheinfo", "100644," + id + ",huge.yml");
        git.commit();
        try (GitRepository repository = git.open()) {
            assertRefused(repository.head());
        }
    }

    /** An object of git that says how long it is, and ends long before. */
    private static void claim(Path object) throws IOException {
        Files.createDirectories(object.getParent());
        try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(object))) {
            out.write(("blob " + GIGABYTE + "\0").getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1 << 16]);
        }
    }

    private static void assertRefused(FileTree tree) throws IOException {
        for (String entry : List.of("huge.yml", "c.yml")) {
            DefinitionGraph graph = DefinitionGraph.read(tree, List.of(TreePath.of(entry)));
            assertThat(graph.problems()).singleElement().satisfies(problem -> {
                assertThat(problem.id()).isEqualTo("definition/unreadable");
                assertThat(problem.location()).hasToString("huge.yml:1:1");
                assertThat(problem.message()).contains("at most 67108864 bytes");
            });
        }
    }

    /** A tree with a file that claims to be long, and must not be opened. */
    private record Huge(FileTree tree) implements FileTree {
        @Override
        public Optional<TreeEntry> find(TreePath path) throws IOException {
            return tree.find(path);
        }

        @Override
        public List<TreeEntry> children(TreePath of) throws IOException {
            return tree.children(of);
        }

        @Override
        public long size(TreeEntry file) throws IOException {
            return isHuge(file) ? GIGABYTE : tree.size(file);
        }

        @Override
        public InputStream open(TreeEntry file) throws IOException {
            assertThat(isHuge(file)).isFalse();
            return tree.open(file);
        }

        @Override
        public String target(TreeEntry link) throws IOException {
            return tree.target(link);
        }

        private static boolean isHuge(TreeEntry file) {
            return file.path().value().equals("huge.yml");
        }
    }
}
