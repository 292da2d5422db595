package io.github.amlmaven.environment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.amlmaven.tree.TreePath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file format that pip documents, and what its reader makes of odd lines. */
class PipGrammarTest {

    @Test
    void readsTheExampleOfThePipDocumentation() {
        List<PipLine> lines = read(
                """
                # This is a comment, to show how #-prefixed lines are ignored.
                pytest
                pytest-cov
                beautifulsoup4

                # The syntax supported here is the same as that of requirement specifiers.
                docopt == 0.6.1
                requests [security] >= 2.8.1, == 2.8.* ; python_version < "2.7"
                urllib3 @ https://github.com/urllib3/urllib3/archive/refs/tags/1.26.8.zip

                # It is possible to refer to other requirement files or constraints files.
                -r other-requirements.txt
                -c constraints.txt

                # It is possible to refer to specific local distribution paths.
                ./downloads/numpy-1.9.2-cp34-none-win32.whl

                # It is possible to refer directly to wheels.
                http://wxpython.org/Phoenix/snapshot-builds/wxPython_Phoenix-3.0.3.dev1820+49a8884-cp34-none-win_amd64.whl
                """);
        assertThat(lines)
                .extracting(line -> line.getClass().getSimpleName())
                .containsExactly(
                        "Named", "Named", "Named", "Named", "Named", "Named", "Include", "Include", "Placed", "Placed");
        assertThat(lines.get(4).written().location()).hasToString("r.txt:8:1");
        assertThat(((PipLine.Include) lines.get(7)).constraints()).isTrue();
        assertThat(((PipLine.Include) lines.get(7)).source().location()).hasToString("r.txt:13:4");
    }

    @Test
    void joinsLinesAndCollectsHashes() {
        List<PipLine> lines = read("FooProject == 1.2 \\\n  --hash=sha256:aa \\\n  --hash sha256:bb\nbar\n");
        assertThat(lines.get(0)).isInstanceOfSatisfying(PipLine.Named.class, line -> {
            assertThat(line.written().text()).isEqualTo("FooProject == 1.2");
            assertThat(line.hashes()).containsExactly("sha256:aa", "sha256:bb");
        });
        assertThat(lines.get(1).written().location()).hasToString("r.txt:4:1");
    }

    @Test
    void joinsInsideAWordAndDropsACommentThatEndsTheLine() {
        assertThat(texts("pan\\\ndas==1 # why\n  # alone \\\nnumpy\\\n# over\nscipy\\"))
                .containsExactly("pandas==1", "numpy", "scipy");
    }

    @Test
    void takesANumberSignWithoutSpaceForAPartOfTheUrl() {
        assertThat(texts("a @ https://x/a.zip#sha256=00 # note")).containsExactly("a @ https://x/a.zip#sha256=00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-r other.txt",
                "-rother.txt",
                "--requirement other.txt",
                "--requirement=other.txt",
                "--requirem other.txt",
                "-r 'other.txt'"
            })
    void knowsEverySpellingOfAnOption(String line) {
        assertThat(read(line)).singleElement().isInstanceOfSatisfying(PipLine.Include.class, include -> assertThat(
                        include.source().text())
                .isEqualTo("other.txt"));
    }

    @Test
    void readsSeveralOptionsOfOneLine() {
        assertThat(read("--pre --no-index -f wheels"))
                .extracting(line -> ((PipLine.Setting) line).name())
                .containsExactly("--pre", "--no-index", "--find-links");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --nonsense              | pip has no option --nonsense in a requirements file
                    --re x                  | pip has no option --re in a requirements file
                    -x                      | pip has no option -x in a requirements file
                    -r                      | The option --requirement needs a value
                    --pre=1                 | The option --pre takes no value
                    a --hash=md5:00         | Expected --hash=sha256:<digest>, or sha384 or sha512
                    -r 'open                | A quotation mark is not closed
                    pandas = 1              | Expected a version specifier such as '==1.2.3' at character 8
                    pandas 1                | Expected a version specifier such as '==1.2.3' at character 8
                    pandas ; nonsense       | Expected a marker variable or a quoted text at character 1
                    """)
    void saysWhyPipWouldRefuseALine(String line, String reason) {
        assertThat(read(line)).singleElement().isInstanceOfSatisfying(PipLine.Malformed.class, malformed -> assertThat(
                        malformed.reason())
                .isEqualTo(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "./pkg, Placed",
        "../pkg[extra], Placed",
        "dir/pkg, Placed",
        "pkg.whl, Placed",
        "pkg-1.0.tar.gz, Placed",
        "https://x/y, Placed",
        "git+https://github.com/o/r.git, Placed",
        "git+ssh://git@github.com/o/r@main#egg=r, Placed",
        "file:///x, Placed",
        "r @ git+https://github.com/o/r.git, Named",
        "r@https://x/r-1.0.whl, Named",
        "r @ file:///x.whl, Named",
        "pkg.name, Named",
        "'pkg==${VERSION}', Variable",
        "'git+https://${TOKEN}@github.com/o/r.git', Placed",
        "'git+https://github.com/o/${REPO}.git', Variable"
    })
    void tellsByItsLooksWhatARequirementIs(String line, String kind) {
        assertThat(read(line))
                .singleElement()
                .satisfies(read -> assertThat(read.getClass().getSimpleName()).isEqualTo(kind));
    }

    @Test
    void knowsWhatIsEditable() {
        assertThat(read("-e git+https://x/r@main#egg=r\n--editable=./pkg"))
                .allSatisfy(
                        line -> assertThat(((PipLine.Placed) line).editable()).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\r\nb", "a\rb", "a\fb", "a\u2028b", "a\u0085b", "\n\n a \n\tb\t\n"})
    void endsALineWherePythonDoes(String text) {
        assertThat(texts(text)).containsExactly("a", "b");
    }

    @Test
    void countsColumnsInCodePoints() {
        assertThat(read("# \uD83D\uDE00\n \uD83D\uDE00 -r x").get(0)).isInstanceOf(PipLine.Malformed.class);
        assertThat(read("--pre --find-links \uD83D\uDE00 -r x").get(2).written().location())
                .hasToString("r.txt:1:22");
    }

    @Test
    void decodesByMarkThenByEncodingLineThenAsUtf8() throws Exception {
        assertThat(FileText.pip("# -*- coding: latin-1 -*-\né".getBytes(ISO_8859_1)))
                .endsWith("é");
        assertThat(FileText.pip("x\n# coding: utf_8\né".getBytes(UTF_8))).endsWith("é");
        assertThat(FileText.pip("\uFEFFé".getBytes(UTF_8))).isEqualTo("é");
        assertThat(FileText.pip("\uFEFFé".getBytes(UTF_16BE))).isEqualTo("é");
        assertThat(FileText.pip(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0, 'a', 0, 0, 0}))
                .isEqualTo("a");
    }

    @Test
    void saysWhyAFileCannotBeDecoded() {
        assertThatExceptionOfType(FileText.UndecodableException.class)
                .isThrownBy(() -> FileText.pip("é".getBytes(ISO_8859_1)))
                .withMessage("The byte 0xe9 is not UTF-8");
        assertThatExceptionOfType(GrammarException.class)
                .isThrownBy(() -> FileText.pip("# coding: klingon\n".getBytes(UTF_8)))
                .withMessage("The encoding klingon is unknown");
    }

    private static List<PipLine> read(String text) {
        return PipGrammar.read(SourceText.ofFile(TreePath.of("r.txt"), text));
    }

    private static List<String> texts(String text) {
        return read(text).stream().map(line -> line.written().text()).toList();
    }
}
