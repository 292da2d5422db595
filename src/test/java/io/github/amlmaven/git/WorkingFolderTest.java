package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkingFolderTest {
    private final Path folder;

    WorkingFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void showsWhatIsOnDiskAndNotWhatIsCommitted() throws Exception {
        GitFixture git = GitFixture.init(folder).write("a.txt", "committed").write(".gitignore", "*.log\n");
        git.commitAll();
        git.write("a.txt", "edited").write("new.txt", "new").write("x.log", "ignored");
        assertThat(git.top().resolve("new.txt").toFile().setExecutable(true)).isTrue();

        WorkingFolder tree = new WorkingFolder(new DiskView(new DiskPaths(git.top())));

        assertThat(tree.children(TreePath.ROOT))
                .extracting(entry -> entry.path() + " " + entry.kind() + " " + entry.object())
                .containsExactly(
                        ".gitignore FILE " + Optional.empty(),
                        "a.txt FILE " + Optional.empty(),
                        "new.txt EXECUTABLE " + Optional.empty(),
                        "x.log FILE " + Optional.empty());
        assertThat(CommitTest.text(tree, "a.txt")).isEqualTo("edited");
        assertThat(tree.size(CommitTest.entry(tree, "a.txt"))).isEqualTo(6);
    }

    @Test
    void neverEntersAGitFolder() throws Exception {
        GitFixture git = GitFixture.init(folder).write("sub/.git/HEAD", "").write("sub/file", "");
        WorkingFolder tree = new WorkingFolder(new DiskView(new DiskPaths(git.top())));

        assertThat(tree.children(TreePath.ROOT))
                .extracting(entry -> entry.path().value())
                .containsExactly("sub");
        assertThat(tree.children(TreePath.of("sub")))
                .extracting(entry -> entry.path().value())
                .containsExactly("sub/file");
        assertThat(tree.find(TreePath.of(".git/config"))).isEmpty();
        assertThat(tree.find(TreePath.of("sub/.git"))).isEmpty();
        assertThat(tree.children(TreePath.of(".git"))).isEmpty();
    }

    @Test
    void showsALinkAndFindsNothingThroughIt() throws Exception {
        GitFixture git = GitFixture.at(folder, "repo").write("dir/x", "1");
        Files.createSymbolicLink(git.top().resolve("inside"), Path.of("dir"));
        Files.createSymbolicLink(git.top().resolve("outside"), folder.toAbsolutePath());
        WorkingFolder tree = new WorkingFolder(new DiskView(new DiskPaths(git.top())));

        assertThat(tree.target(CommitTest.entry(tree, "inside"))).isEqualTo("dir");
        assertThat(tree.target(CommitTest.entry(tree, "outside")))
                .isEqualTo(folder.toAbsolutePath().toString());
        assertThat(tree.find(TreePath.of("inside/x"))).isEmpty();
        assertThat(tree.children(TreePath.of("outside"))).isEmpty();
        assertThat(tree.find(TreePath.of("dir/x/y"))).isEmpty();
    }
}
