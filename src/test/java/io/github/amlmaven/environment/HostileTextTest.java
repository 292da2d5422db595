package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.Bounded;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts that are made to be slow: what took the square of their length would not be done in time. */
class HostileTextTest {
    private static final int SECONDS = 15;
    private static final int SIZE = 1 << 17;

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "a",
                "a ",
                "-",
                "- ",
                "\\",
                "\\\n",
                "#",
                "@",
                "://",
                "a://a@",
                "git+://a/@",
                "(",
                ")",
                "$(",
                "$(a)",
                "${",
                "${a:-",
                "`",
                "'a",
                "\"",
                "\\\"",
                "\"a",
                "|",
                "a|",
                ";a",
                "<",
                "<<a ",
                "<<a\n",
                "<(a)",
                "[",
                "a[",
                "a,",
                "==1",
                "a==1.",
                "=",
                "a=",
                "1.",
                "-r a\n",
                "a\n",
                "a\\\n",
                "\t",
                "\r",
                "/t/aaaaaaaaaaa/",
                "?sig=",
                ";os_name=='a' and ",
                "\uD83D\uDE00 ",
                "sh -c '"
            })
    void everyGrammarReadsThemInLinearTime(String piece) throws Exception {
        String text = piece.repeat(SIZE / piece.length());
        Bounded.within(SECONDS, () -> {
            assertThat(PipGrammar.read(file(text))).isNotNull();
            assertThat(PipGrammar.read(file("pandas " + text))).isNotNull();
            assertThat(UvConfiguration.read(file(text))).isNotNull();
            assertThat(UvConfiguration.read(file("[[index]]\nurl = " + text))).isNotNull();
            assertThat(UvConfiguration.ofProject(file("[tool.uv]\nconstraint-dependencies = ['" + text + "']")))
                    .isNotNull();
            assertThat(UvSources.read(file("[project]\ndependencies = ['" + text + "']\n[tool.uv.sources]\n" + text)))
                    .isNotNull();
            assertThat(PipConfiguration.read(file(text))).isNotNull();
            assertThat(PipConfiguration.read(file("[global]\n" + text))).isNotNull();
            assertThat(PipConfiguration.read(file("[global]\npre=1\n  " + text)))
                    .isNotNull();
            assertThat(UrlSecrets.in(file(text))).isNotNull();
            shell(text);
            dockerfile(text);
            dockerfile("FROM " + text);
            dockerfile("ARG a=" + text + "\nFROM $a");
            dockerfile("FROM a\nRUN " + text);
            dockerfile("FROM a\nCOPY --from=" + text);
            dockerfile("FROM a\nRUN pip install " + text);
            refused(() -> MatchSpecGrammar.read(text));
            refused(() -> MatchSpecGrammar.read("a" + piece.repeat(1900 / piece.length())));
            refused(() -> PipGrammar.requirement(
                    new Token("a" + piece.repeat(9000 / piece.length()), file("").at(0)), List.of()));
            assertThat(ImageReference.parse(text)).isNotNull();
            return assertThat(PackageUrl.of("git+https://h/" + piece.repeat(9000 / piece.length())))
                    .isNotNull();
        });
    }

    private interface Reading {
        Object read() throws GrammarException;
    }

    private static void refused(Reading reading) {
        try {
            assertThat(reading.read()).isNotNull();
        } catch (GrammarException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    private static void shell(String text) {
        JoinedText script = new JoinedText(file(text));
        script.append(0, text.length());
        assertThat(ShellScript.commands(script, 0)).isNotNull();
    }

    private static void dockerfile(String text) throws Exception {
        SourceText source = file(text);
        EnvironmentFiles files = new EnvironmentFiles(new MemoryTree());
        try {
            DockerfileReader.Result result = DockerfileReader.read(
                    source.at(0),
                    DockerfileGrammar.read(source),
                    new BuildContext(files, TreePath.ROOT, DockerIgnore.none(files), Optional.empty()),
                    new RequirementsReader(files));
            assertThat(result.dockerfile()).isNotNull();
        } catch (DockerfileGrammar.MisplacedException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }

    private static SourceText file(String text) {
        return SourceText.ofFile(TreePath.of("f"), text);
    }
}
