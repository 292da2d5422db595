package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Docker documents of {@code .dockerignore}: https://docs.docker.com/build/concepts/context/#dockerignore-files. */
class DockerIgnoreTest {
    private static final TreePath DOCKERFILE = TreePath.of("docker/Dockerfile");

    private final MemoryTree tree = new MemoryTree();
    private final EnvironmentFiles files = new EnvironmentFiles(tree);

    private Optional<String> leavingOut(String ignore, String path) throws IOException {
        tree.file(".dockerignore", ignore).file(path, "");
        return leavingOut(path);
    }

    private Optional<String> leavingOut(String path) throws IOException {
        TreeEntry entry = files.find(TreePath.of(path)).orElseThrow();
        return DockerIgnore.of(files, TreePath.ROOT, DOCKERFILE)
                .leavingOut(path, entry)
                .map(Token::text);
    }

    @ParameterizedTest
    @CsvSource({
        "*/temp*, somedir/temporary.txt, true",
        "*/temp*, somedir/temp, true",
        "*/temp*, temp, false",
        "*/temp*, a/b/temp, false",
        "*/*/temp*, somedir/subdir/temporary.txt, true",
        "*/*/temp*, somedir/temporary.txt, false",
        "temp?, tempa, true",
        "temp?, temp, false",
        "temp?, temp/a, false",
        "temp?, tempa/x/y, true",
        "**/*.go, main.go, true",
        "**/*.go, a/b/main.go, true",
        "**/*.go, a/b/main.gone, false",
        "foo/bar, foo/bar, true",
        "/foo/bar, foo/bar, true",
        "/foo/bar, a/foo/bar, false",
        "foo/./baz/../bar//, foo/bar/x, true",
        "docs, docs/guide/a.md, true",
        "docs, a/docs, false",
        "*.md, README.md, true",
        "*.md, docs/README.md, false",
        "abc/**, abc/def/ghi, true",
        "**/dir2/*, dir/dir2/file, true",
        "a**/*.txt, a/dir/dir/file.txt, true",
        "a**/b, axb, false",
        "**/**/***/x, a/b/x, true",
        "**, any, true",
        "**.pyc, a/b.pyc, true",
        "**.py?, a/b.pyc, false",
        "., any, false",
        "[a-c].txt, b.txt, true",
        "[^a-c].txt, b.txt, false",
        "\\*.txt, a.txt, false",
        "a.c, abc, false",
    })
    void aPatternCoversWhatDockerDocuments(String pattern, String path, boolean leftOut) throws Exception {
        assertThat(leavingOut(pattern + "\n", path)).isEqualTo(leftOut ? Optional.of(pattern) : Optional.empty());
        assertThat(files.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*.md\n!README.md\n",
                "*.md\n!README*.md\nREADME-secret.md\n",
                "*.md\nREADME-secret.md\n!README*.md\n",
                "#README.md\n",
                "*\n! /README.md \n",
            })
    void theLastPatternThatCoversAFileDecides(String ignore) throws Exception {
        assertThat(leavingOut(ignore, "README.md")).isEmpty();
    }

    @Test
    void whatIsTakenInIsLeftOutByALaterPattern() throws Exception {
        String ignore = "\uFEFF*.md\r\n!README*.md\r\n  README-secret.md  \r\n";
        assertThat(leavingOut(ignore, "README-secret.md")).contains("README-secret.md");
        tree.file("other.md", "").file("other.md.txt", "");
        assertThat(leavingOut("other.md.txt")).isEmpty();
        assertThat(leavingOut("other.md")).contains("*.md");
    }

    @Test
    void aFolderOfWhichAFileIsTakenInIsThere() throws Exception {
        tree.file("docs/a/deep.md", "").file("src/a.py", "").file(".dockerignore", "docs\nsrc\n!docs/a/*.md\n");
        assertThat(leavingOut("docs")).isEmpty();
        assertThat(leavingOut("src")).contains("src");
    }

    @Test
    void nothingIsSaidWhereOneBuilderReadsAnIgnoreFileAndAnotherTheOther() throws Exception {
        tree.file("docker/Dockerfile.dockerignore", "b\n").file("b", "");
        assertThat(leavingOut("a\n", "a")).isEmpty();
        assertThat(leavingOut("b")).isEmpty();
    }

    @Test
    void withoutAnIgnoreFileNothingIsLeftOut() throws Exception {
        tree.file("a", "");
        assertThat(leavingOut("a")).isEmpty();
    }

    @Test
    void aPatternThatDockerRefusesIsAProblem() throws Exception {
        assertThat(leavingOut("a\n [x\n!\nb\\\n", "c")).isEmpty();
        assertThat(files.problems())
                .extracting(problem -> problem.location().toString(), EnvironmentProblem::found)
                .containsExactly(
                        tuple(".dockerignore:2:2", "[x"),
                        tuple(".dockerignore:3:1", "!"),
                        tuple(".dockerignore:4:1", "b\\"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*a", "**/a", "**a", "***", "?", "a/", "[a]", "[^b]", "!a\n", "*a*\n", "**/\n"})
    void aLongFileTakesNoLongerThanItsLengthAllows(String part) throws Exception {
        String path = "a".repeat(2_000);
        tree.file(path, "").file(".dockerignore", part.repeat((1 << 18) / part.length()) + "b");
        TreeEntry entry = files.find(TreePath.of(path)).orElseThrow();
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            DockerIgnore ignore = DockerIgnore.of(files, TreePath.ROOT, DOCKERFILE);
            for (String name : Stream.generate(() -> path).limit(1_000).toList()) {
                ignore.leavingOut(name, entry);
            }
        });
    }

    @Test
    void aSetOfManyCharactersIsNoDeepOne() throws Exception {
        String set = "[" + "a".repeat(1 << 20) + "b]";
        assertThat(CopyPattern.of(set).matches("b")).isTrue();
        assertThat(List.of(
                        ContextPattern.of(set).covers("b"),
                        ContextPattern.of(set).covers("c")))
                .containsExactly(true, false);
    }
}
