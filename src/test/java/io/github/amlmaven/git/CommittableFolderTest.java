package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code aml:check} sees: the next commit, as far as it is on disk. */
class CommittableFolderTest {
    private final Path folder;

    CommittableFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> children(FileTree tree, String folder) throws Exception {
        return tree.children(TreePath.of(folder)).stream()
                .map(entry -> entry.path().value())
                .toList();
    }

    @Test
    void hasNothingThatEveryCloneIgnores() throws Exception {
        GitFixture git = GitFixture.init(folder)
                .write(".gitignore", "venv/\n*.log\n")
                .write("src/.gitignore", "/data/\n!keep.log\n")
                .write("src/train.py", "")
                .write("src/data/kept.csv", "");
        git.git("add", "--force", "src/data/kept.csv");
        git.commitAll();
        git.write("src/venv/lib/x.py", "")
                .write("src/a.log", "")
                .write("src/keep.log", "")
                .write("src/new.py", "")
                .write("src/data/other.csv", "");

        try (GitRepository repository = git.open()) {
            WorkingTree workingTree = repository.workingTree();
            FileTree tree = workingTree.files();
            assertThat(children(tree, "src"))
                    .containsExactly("src/.gitignore", "src/data", "src/keep.log", "src/new.py", "src/train.py");
            assertThat(children(tree, "src/data")).containsExactly("src/data/kept.csv");
            assertThat(children(tree, "src/venv")).isEmpty();
            assertThat(children(tree, "src/venv/lib")).isEmpty();
            assertThat(tree.find(TreePath.of("src/venv"))).isEmpty();
            assertThat(tree.find(TreePath.of("src/venv/lib/x.py"))).isEmpty();
            assertThat(tree.find(TreePath.of("src/data/other.csv"))).isEmpty();
            assertThat(tree.find(TreePath.of("src/data/kept.csv"))).isPresent();
            assertThat(workingTree.disk().find(TreePath.of("src/venv/lib/x.py")))
                    .isPresent();
            assertThat(workingTree.ignored())
                    .extracting(TreePath::value)
                    .containsExactly("src/a.log", "src/data/other.csv", "src/venv");
        }
    }

    @Test
    void hasWhatOnlyThisCloneIgnores() throws Exception {
        GitFixture git = GitFixture.init(folder).write("a.txt", "");
        git.commitAll();
        git.write(".git/info/exclude", "*.log\n").write("x.log", "").write(".gitignore", "*.tmp\n");
        git.write("y.tmp", "");

        try (GitRepository repository = git.open()) {
            assertThat(children(repository.workingTree().files(), ""))
                    .containsExactly(".gitignore", "a.txt", "x.log", "y.tmp");
            assertThat(repository.workingTree().ignored()).isEmpty();
        }
    }

    @Test
    void hasAllOfASubmodule() throws Exception {
        GitFixture inner = GitFixture.init(folder, "inner").write("x.log", "");
        inner.commitAll();
        GitFixture git = GitFixture.init(folder).write(".gitignore", "*.log\n");
        git.git(
                "-c",
                "protocol.file.allow=always",
                "submodule",
                "add",
                "-q",
                inner.top().toString(),
                "sub");
        git.commitAll();

        try (GitRepository repository = git.open()) {
            assertThat(children(repository.workingTree().files(), "sub")).containsExactly("sub/x.log");
        }
    }
}
