package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreePath;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskPathsTest {
    private final Path top;

    DiskPathsTest(@TempDir Path folder) {
        this.top = folder;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain", "größe", "😀", "a b%20+c?#", "back\\slash", "new\nline", "no\uDCFFutf8", "ü\uDC80"})
    void findsAgainWhatItHasWritten(String name) throws Exception {
        DiskPaths paths = new DiskPaths(top);
        Path file = paths.locate(TreePath.of("dir").child(name)).orElseThrow();
        Files.createDirectory(top.resolve("dir"));
        Files.writeString(file, "content");

        try (DirectoryStream<Path> files = Files.newDirectoryStream(top.resolve("dir"))) {
            Path found = files.iterator().next();
            assertThat(paths.nameOf(found)).isEqualTo(name);
            assertThat(Files.readString(found)).isEqualTo("content");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "größe/ü", "no\uDCFFutf8", "../😀/x"})
    void keepsTheTargetOfALink(String target) throws Exception {
        DiskPaths paths = new DiskPaths(top);
        Path link = top.resolve("link");
        Path relative = top.relativize(
                paths.locate(TreePath.of(target.replace("../", "up/"))).orElseThrow());
        Files.createSymbolicLink(link, relative);

        assertThat(paths.textOf(Files.readSymbolicLink(link))).isEqualTo(target.replace("../", "up/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ascii", "größe", "\uDCFF\uDC80x", "ed\uDCED\uDCA0\uDC80", "😀\uDC80"})
    void writesEveryTextAsTheBytesThatItCameFrom(String text) {
        assertThat(PathText.decode(PathText.encode(text))).isEqualTo(text);
    }

    /** In the locale of a bare container, where Java cannot write "ü". */
    @Test
    void readsEveryNameInAPlainLocale() throws Exception {
        GitFixture git = GitFixture.init(top)
                .write("größe/😀", "1")
                .write("no\uDCFFutf8", "2")
                .link("weiß", "größe/😀");
        git.commitAll();
        git.write("größe/😀", "edited").write("größe/neu", "");

        assertThat(OwnJvm.run(
                        git.home(), Read.class, Map.of("LC_ALL", "C"), git.top().toString()))
                .isEqualTo("gr\\xF6\\xDFe/neu UNTRACKED, gr\\xF6\\xDFe/\\xD83D\\xDE00 MODIFIED");
    }

    /** Prints the status in plain ASCII. */
    static final class Read {
        public static void main(String[] arguments) throws Exception {
            try (GitRepository repository = GitRepository.open(Path.of(arguments[0]), Map.of())) {
                String changes = repository.workingTree().status(List.of()).changes().stream()
                        .map(change -> change.path() + " " + change.kind())
                        .collect(Collectors.joining(", "));
                StringBuilder ascii = new StringBuilder();
                changes.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\x%X".formatted(c)));
                System.out.println(ascii);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"66fffe", "c3bc", "eda080", "f09f9880", "c3", "f09f98"})
    void givesEveryNameOfBytesATextOfItsOwn(String hex) {
        byte[] raw = HexFormat.of().parseHex(hex);

        assertThat(PathText.encode(PathText.decode(raw))).isEqualTo(raw);
    }
}
