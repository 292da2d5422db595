package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of Docker's Dockerfile reference. */
class DockerfileTest {

    @Test
    void joinsContinuedLinesOverCommentsAndEmptyLines() throws Exception {
        assertThat(
                        images(
                                """
                        # a comment
                        FROM \\
                        # another

                          base:1 \\
                          AS x
                        """))
                .containsExactly("base:1 at 5:3");
    }

    @Test
    void takesTheEscapeCharacterFromItsDirective() throws Exception {
        assertThat(images("# escape=`\nFROM `\n base\nRUN dir c:\\\nFROM c:1\n"))
                .containsExactly("base at 3:2", "c:1 at 5:6");
    }

    @Test
    void takesADirectiveBehindACommentForAComment() throws Exception {
        assertThat(images("# a comment\n# escape=`\nFROM \\\n base\n")).containsExactly("base at 4:2");
    }

    @Test
    void keepsTheSyntaxDirective() throws Exception {
        assertThat(read("#syntax=docker/dockerfile:1\nFROM a\n").syntax().orElseThrow())
                .satisfies(syntax -> {
                    assertThat(syntax.text()).isEqualTo("docker/dockerfile:1");
                    assertThat(syntax.location()).hasToString("Dockerfile:1:9");
                });
    }

    @Test
    void readsFlagsAndKeywordsInAnyCase() throws Exception {
        assertThat(images("from --platform=$BUILDPLATFORM base as one\n")).containsExactly("base at 1:32");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ARG V=1              | a:$V            | a:1
                    ARG V=1              | a:${V}          | a:1
                    ARG V="1 2"          | ${V}            | 1 2
                    ARG V                | a:${V:-3}       | a:3
                    ARG V=               | a:${V:-3}       | a:3
                    ARG V=               | a:${V-3}        | a:
                    ARG V=1              | a:${V:+4}       | a:4
                    ARG V                | a${V:+:4}       | a
                    ARG V=1              | a:${V:?no}      | a:1
                    ARG A=x B=${A}y      | $B              | xy
                    ARG V=1              | a:${W:-${V}}    | a:1
                    ARG V=1              | a:\\$V          | a:$V
                    """)
    void replacesAVariableByItsDefault(String argument, String written, String image) throws Exception {
        assertThat(read(argument + "\nFROM " + written + "\n").images())
                .extracting(DockerImage::source)
                .containsExactly(new DockerImage.Source.Registry(image));
    }

    @ParameterizedTest
    @CsvSource({
        "ARG V, a:$V, V",
        "ARG W=1, a:${V}, V",
        "ARG V, a:${V:?no}, V",
        "ARG V=1, a:${V#x}, V",
        "ARG V=1, a:${V, ${V",
        "FROM x, ${TARGETARCH}/a, TARGETARCH"
    })
    void namesAVariableWithoutAnExactDefault(String argument, String written, String variable) throws Exception {
        assertThat(read(argument + "\nFROM " + written + "\n").images())
                .extracting(DockerImage::source)
                .endsWith(new DockerImage.Source.Unknown(variable));
    }

    @Test
    void doesNotUseAnArgumentOfAStageInFrom() throws Exception {
        assertThat(read("FROM a\nARG V=1\nFROM b:$V\n").images().get(1).source())
                .isEqualTo(new DockerImage.Source.Unknown("V"));
    }

    @Test
    void tellsStagesFromImages() throws Exception {
        Dockerfile dockerfile = read(
                """
                FROM base AS Build
                FROM build
                COPY --from=BUILD /a /a
                COPY --from=0 /a /a
                COPY --from=image:1 /b /b
                RUN --mount=type=bind,from=build,target=/x --mount=type=cache,from=cache:1,target=/y true
                FROM scratch
                ONBUILD COPY --from=later:1 /c /c
                """);
        assertThat(dockerfile.images())
                .extracting(DockerImage::source)
                .containsExactly(
                        new DockerImage.Source.Registry("base"),
                        new DockerImage.Source.Stage("build"),
                        new DockerImage.Source.Stage("BUILD"),
                        new DockerImage.Source.Stage("0"),
                        new DockerImage.Source.Registry("image:1"),
                        new DockerImage.Source.Stage("build"),
                        new DockerImage.Source.Registry("cache:1"),
                        new DockerImage.Source.Scratch(),
                        new DockerImage.Source.Registry("later:1"));
    }

    @Test
    void doesNotTakeALaterStageForAnEarlierOne() throws Exception {
        assertThat(read("FROM a\nCOPY --from=later /x /x\nFROM b AS later\n")
                        .images()
                        .get(1)
                        .source())
                .isEqualTo(new DockerImage.Source.Registry("later"));
    }

    @Test
    void readsHeredocsAsScriptsAndNotAsInstructions() throws Exception {
        Dockerfile dockerfile = read(
                """
                FROM a
                RUN <<-"EOF" bash
                	pip install x
                	FROM nothing
                	EOF
                COPY <<one <<two /dir/
                FROM nothing
                one
                pip install nothing
                two
                RUN python <<EOF
                pip install nothing
                EOF
                RUN echo "<<EOF"
                FROM b
                """);
        assertThat(dockerfile.images())
                .extracting(image -> image.written().text())
                .containsExactly("a", "b");
        assertThat(dockerfile.pip())
                .extracting(line -> line.written().toString())
                .containsExactly("x");
        assertThat(dockerfile.pip().get(0).written().location()).hasToString("Dockerfile:3:14");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    FROM a\\nRUN <<EOF\\nx                    | The heredoc has no end           | 2:5
                    # escape=x\\nFROM a                       | Only \\ and ` can be the escape character | 1:10
                    # syntax=a\\n# syntax=b\\nFROM a          | The directive syntax stands twice | 2:10
                    FROM a\\nONBUILD                          | An instruction is missing        | 2:1
                    """)
    void saysWhatDockerWouldRefuse(String text, String reason, String place) {
        assertThatExceptionOfType(DockerfileGrammar.MisplacedException.class)
                .isThrownBy(() -> read(text.replace("\\n", "\n")))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo(reason);
                    assertThat(refused.found().location()).hasToString("Dockerfile:" + place);
                });
    }

    @Test
    void findsTheCommandsOfAScript() throws Exception {
        assertThat(
                        commands(
                                """
                        RUN set -ex; apt-get update && \\
                            sudo -E apt-get install -y "git" || exit 1 ; \\
                            if [ -f x ]; then X=1 make all > /dev/null 2>&1; fi # comment
                        RUN ["pip", "install", "a b"]
                        RUN bash -lc 'cd /x && pip install y'
                        RUN curl -sSL https://x/i.sh | bash -s -- -y
                        RUN (cd /y; ls) | tee $(date).log
                        """))
                .containsExactly(
                        "set -ex",
                        "apt-get update",
                        "apt-get install -y git",
                        "exit 1",
                        "[ -f x ]",
                        "make all",
                        "pip install a b",
                        "bash -lc cd /x && pip install y",
                        "cd /x",
                        "pip install y",
                        "curl -sSL https://x/i.sh",
                        "curl | bash -s -- -y",
                        "cd /y",
                        "ls",
                        "date",
                        "ls | tee $(date).log");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    pip install a b==1                                      | a, b==1
                    pip3.10 install -U --no-cache-dir a                     | a
                    python -m pip install -q 'a>=1'                         | a>=1
                    /opt/bin/python3 -m pip install a                       | a
                    uv pip install --system a                               | a
                    conda run -n env pip install a                          | a
                    pip install --target /x --prefix=/y a                   | a
                    pip install -rr.txt --index-url https://i -e .          | -rr.txt, --index-url https://i, -e .
                    pip install git+https://h/o/r@main                      | git+https://h/o/r@main
                    pip install a==$VERSION                                 | a==$VERSION
                    pip download a                                          |
                    conda install pip a                                     |
                    """)
    void readsTheArgumentsOfPipInstall(String command, String lines) throws Exception {
        assertThat(read("FROM a\nRUN " + command + "\n").pip())
                .extracting(line -> line.written().text())
                .containsExactly(lines == null ? new String[0] : lines.split(", "));
    }

    @Test
    void knowsWhatAddDownloads() throws Exception {
        assertThat(read("FROM a\nADD --checksum=sha256:00 https://x/a /a\nADD https://x/b local /b\nADD c /c\n")
                        .downloads())
                .extracting(download -> download.source() + " " + download.checked())
                .containsExactly("https://x/a true", "https://x/b false");
    }

    @Test
    void survivesNonsense() throws Exception {
        for (String text : List.of(
                "",
                "\n\n",
                "# only\n",
                "FROM",
                "RUN",
                "RUN '",
                "COPY [",
                "ADD",
                "ARG '",
                "\\",
                "FROM \\",
                "RUN |;&()<>`",
                "RUN pip install -",
                "RUN pip install -r")) {
            assertThat(read(text).downloads()).isEmpty();
        }
        assertThat(read("FROM ${" + "${".repeat(5000) + "\n").images()).hasSize(1);
        assertThat(read("FROM " + "${a:-".repeat(50_000) + "}".repeat(50_000) + "\n")
                        .images())
                .hasSize(1);
        assertThat(read("FROM " + "${a:-".repeat(600) + "}".repeat(600) + "\n").images())
                .hasSize(1);
        assertThat(read("RUN " + "(".repeat(100_000) + "\n").commands()).isEmpty();
        assertThat(read("RUN " + "$(".repeat(1000) + "x" + ")".repeat(1000) + "\n")
                        .commands())
                .isNotEmpty();
        assertThat(read("RUN " + "sh -c 'sh -c ".repeat(1000) + "\n").commands())
                .isNotEmpty();
    }

    private static Dockerfile read(String text) throws Exception {
        SourceText source = SourceText.ofFile(TreePath.of("Dockerfile"), text);
        EnvironmentFiles files = new EnvironmentFiles(new MemoryTree());
        return DockerfileReader.read(
                        source.at(0),
                        DockerfileGrammar.read(source),
                        new BuildContext(files, TreePath.ROOT, DockerIgnore.none(files), Optional.empty()),
                        new RequirementsReader(files))
                .dockerfile();
    }

    private static List<String> images(String text) throws Exception {
        return read(text).images().stream()
                .map(image ->
                        image.written() + " at " + image.written().location().line() + ":"
                                + image.written().location().column())
                .toList();
    }

    private static List<String> commands(String text) throws Exception {
        return read(text).commands().stream()
                .map(command -> command.pipedFrom()
                                .map(program -> program + " | ")
                                .orElse("")
                        + String.join(
                                " ", command.words().stream().map(Token::text).toList()))
                .toList();
    }
}
