package io.github.amlmaven.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SurplusTest {

    private static Surplus surplus(FileTree disk, String code, List<String> includes, String... left)
            throws IOException {
        return Surplus.of(
                disk,
                TreePath.of(code),
                includes.stream().map(TreePath::of).toList(),
                CodeUse.COMPONENT,
                Stream.of(left).map(TreePath::of).toList());
    }

    private static List<String> paths(Surplus surplus) {
        return surplus.paths().stream().map(TreePath::value).toList();
    }

    @Test
    void isWhatNoIgnoreFileInTheRootOfTheCodeLeavesOut() throws Exception {
        MemoryTree disk = new MemoryTree()
                .file(".gitignore", "*")
                .file("src/sub/.gitignore", "*")
                .file("src/venv/a.py", "")
                .file("src/venv/lib/b.py", "")
                .file("src/sub/.env", "")
                .file("other/x", "");
        Surplus surplus = surplus(disk, "src", List.of(), "src/venv", "src/sub/.env", "other/x");
        assertThat(paths(surplus)).containsExactly("src/venv", "src/sub/.env");
        assertThat(surplus.files()).isEqualTo(3);
        assertThat(surplus.isMore()).isFalse();
    }

    @Test
    void isNothingWhereTheRootOfTheCodeLeavesItOut() throws Exception {
        MemoryTree disk = new MemoryTree()
                .file("src/.gitignore", "venv/\n*.log")
                .file("src/venv/lib/b.py", "")
                .file("src/sub/x.log", "")
                .file("src/sub/__pycache__/x.pyc", "");
        assertThat(paths(surplus(disk, "src", List.of(), "src/venv", "src/sub/x.log", "src/sub/__pycache__")))
                .isEmpty();
    }

    @Test
    void anAmlignoreHidesTheGitignoreBesideIt() throws Exception {
        MemoryTree disk = new MemoryTree()
                .file("src/.gitignore", "venv\n.env")
                .file("src/.amlignore", "venv\n!venv/keep.py")
                .file("src/.env", "")
                .file("src/venv/keep.py", "")
                .file("src/venv/other.py", "");
        Surplus surplus = surplus(disk, "src", List.of(), "src/.env", "src/venv");
        assertThat(paths(surplus)).containsExactly("src/.env", "src/venv");
        assertThat(surplus.files()).isEqualTo(2);
    }

    @Test
    void reachesIntoIncludesWhoseOwnIgnoreFilesCountToo() throws Exception {
        MemoryTree disk = new MemoryTree()
                .file("src/train.py", "")
                .file("lib/data/.gitignore", "*.csv")
                .file("lib/data/a.csv", "")
                .file("lib/data/a.bin", "")
                .file("lib/b.csv", "");
        assertThat(paths(surplus(disk, "src", List.of("lib"), "lib/data/a.csv", "lib/data/a.bin", "lib/b.csv")))
                .containsExactly("lib/data/a.bin", "lib/b.csv");
    }

    @Test
    void aLinkIsOneFileWhereverItLeads() throws Exception {
        MemoryTree disk = new MemoryTree().link("src/venv/lib64", "lib").file("src/venv/lib/a.py", "");
        assertThat(surplus(disk, "src", List.of(), "src/venv").files()).isEqualTo(2);
    }

    @Test
    void stopsCountingAtAThousandAndDoesNotLookFurther() throws Exception {
        Endless disk = new Endless(100);
        Surplus surplus = surplus(disk, "src", List.of(), "src/venv", "src/venv2");
        assertThat(paths(surplus)).containsExactly("src/venv");
        assertThat(surplus.files()).isBetween(1_000, 1_100);
        assertThat(surplus.isMore()).isTrue();
        assertThat(disk.listed).hasSizeLessThan(20);
    }

    @Test
    void doesNotLookIntoWhatIsLeftOutAsAWhole() throws Exception {
        Endless disk = new Endless(100).ignoring("venv/\n");
        assertThat(paths(surplus(disk, "src", List.of(), "src/venv"))).isEmpty();
        assertThat(disk.listed).isEmpty();
    }

    @Test
    void givesUpOnAFolderOfWhichNothingIsUploadedFileByFile() throws Exception {
        Endless disk = new Endless(100).ignoring("*.py\n!nothing\n");
        Surplus surplus = surplus(disk, "src", List.of(), "src/venv");
        assertThat(paths(surplus)).isEmpty();
        assertThat(disk.listed).hasSizeLessThan(300);
    }

    /** Every folder has some files and a folder, without an end. No file but the ignore file can be read. */
    private static final class Endless implements FileTree {
        private final List<TreePath> listed = new ArrayList<>();
        private final int files;
        private String ignore = "";

        Endless(int files) {
            this.files = files;
        }

        Endless ignoring(String patterns) {
            this.ignore = patterns;
            return this;
        }

        @Override
        public Optional<TreeEntry> find(TreePath path) {
            if (path.name().equals(".gitignore")) {
                return ignore.isEmpty() || !path.value().equals("src/.gitignore") ? Optional.empty() : file(path);
            }
            return path.name().startsWith(".") ? Optional.empty() : Optional.of(folder(path));
        }

        @Override
        public List<TreeEntry> children(TreePath folder) {
            listed.add(folder);
            return Stream.concat(
                            IntStream.range(0, files)
                                    .mapToObj(i -> file(folder.child(i + ".py")).orElseThrow()),
                            Stream.of(folder(folder.child("deeper"))))
                    .toList();
        }

        private static Optional<TreeEntry> file(TreePath path) {
            return Optional.of(new TreeEntry(path, TreeEntry.Kind.FILE, Optional.empty()));
        }

        private static TreeEntry folder(TreePath path) {
            return new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty());
        }

        @Override
        public long size(TreeEntry file) {
            throw new AssertionError("nothing is measured");
        }

        @Override
        public InputStream open(TreeEntry file) throws IOException {
            if (!file.path().name().equals(".gitignore")) {
                throw new AssertionError(file.path() + " is read");
            }
            return new ByteArrayInputStream(ignore.getBytes(UTF_8));
        }

        @Override
        public String target(TreeEntry link) {
            throw new AssertionError("nothing is followed");
        }
    }
}
