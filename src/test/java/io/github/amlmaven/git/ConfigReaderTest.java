package io.github.amlmaven.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code git config} itself says is the measure. */
class ConfigReaderTest {
    private final GitFixture git;

    ConfigReaderTest(@TempDir Path folder) {
        this.git = GitFixture.init(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a]\n\tb = plain",
                "[A]\r\n\tB=  spaces   inside  \r\n",
                "[a] b = on the same line # comment",
                "[a]\nb = \"quoted # ; \" tail ; comment",
                "[a]\nb = esc\\\"aped \\\\ \\t tab \\n line",
                "[a]\nb = continued \\\n   line",
                "[a]\nb = one\nb = two\n[c]\nd = e\n[a]\nb = three",
                "[a]\nb =",
                "# only\n; comments\n[a]\nb = x ",
                "\uFEFF[a]\nb = marked"
            })
    void readsAValueAsGitDoes(String text) throws Exception {
        append(git.home().resolve(".gitconfig"), text + "\n");

        assertThat(read().text("a.b")).hasValue(asked("a.b"));
        assertThat(read().all("a.b"))
                .containsExactly(git.git("config", "--null", "--get-all", "a.b")
                        .replaceFirst("\0$", "")
                        .split("\0", -1));
    }

    @Test
    void keepsTheCaseOfASubsection() throws Exception {
        append(git.home().resolve(".gitconfig"), "[Filter \"My \\\"Own\\\" F\"]\n\tClean = x\n");

        assertThat(read().subsections("filter", Set.of("clean"))).containsExactly("My \"Own\" F");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[a\nb = c", "[a]\nb c", "[a]\nb = \"open", "[a]\nb = \\x", "[a]\n_b = c", "[a \"b]\nc = d"})
    void refusesWhatGitRefuses(String text) throws Exception {
        append(git.home().resolve(".gitconfig"), text + "\n");

        assertThat(git.tryGit("config", "--list").status()).isNotZero();
        assertThatThrownBy(this::read)
                .isInstanceOf(UnusableRepositoryException.class)
                .hasMessageContaining(".gitconfig");
    }

    @Test
    void prefersTheRepositoryOverTheUserAndTheEnvironmentOverBoth() throws Exception {
        append(git.home().resolve(".config/git/config"), "[a]\n\tx = xdg\n\tb = xdg\n");
        append(git.home().resolve(".gitconfig"), "[a]\n\tb = user\n\tc = user\n");
        append(git.top().resolve(".git/config"), "[a]\n\tc = repository\n\td = repository\n");

        Map<String, String> more =
                Map.of("GIT_CONFIG_COUNT", "1", "GIT_CONFIG_KEY_0", "A.D", "GIT_CONFIG_VALUE_0", "command");
        GitConfig config = read(more);

        assertThat(List.of(
                        config.text("a.x").orElse(""),
                        config.text("a.b").orElse(""),
                        config.text("a.c").orElse(""),
                        config.text("a.d").orElse("")))
                .containsExactly("xdg", "user", "repository", "command");
    }

    @Test
    void takesWhatGitHandsDownToItsPrograms() throws Exception {
        String handed = git.git(
                "-c",
                "a.b=it's",
                "-c",
                "a.c",
                "-c",
                "x.Sub.d=e",
                "-c",
                "alias.show-it=!printf %s \"$GIT_CONFIG_PARAMETERS\"",
                "show-it");

        GitConfig config = read(Map.of("GIT_CONFIG_PARAMETERS", handed));

        assertThat(config.text("a.b")).hasValue("it's");
        assertThat(config.flag("a.c", false)).isTrue();
        assertThat(config.text("x.Sub.d")).hasValue("e");
    }

    @Test
    void readsTheConfigurationOfOneWorkingCopy() throws Exception {
        git.git("config", "extensions.worktreeConfig", "true");
        git.git("config", "--worktree", "a.b", "here");

        assertThat(read().text("a.b")).hasValue("here");
    }

    @Test
    void includesFilesRelativeToTheOneThatNamesThem() throws Exception {
        append(git.home().resolve("deep/one"), "[a]\n\tb = one\n[include]\n\tpath = two\n[a]\n\tc = one\n");
        append(git.home().resolve("deep/two"), "[a]\n\tb = two\n\tc = two\n");
        append(git.home().resolve(".gitconfig"), "[include]\n\tpath = deep/one\n\tpath = missing\n\tpath = ~/home\n");
        append(git.home().resolve("home"), "[a]\n\td = home\n");

        GitConfig config = read();

        assertThat(config.text("a.b")).hasValue("two").hasValue(asked("a.b"));
        assertThat(config.text("a.c")).hasValue("one").hasValue(asked("a.c"));
        assertThat(config.text("a.d")).hasValue("home").hasValue(asked("a.d"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gitdir:repo/",
                "gitdir:REPO/",
                "gitdir/i:REPO/",
                "gitdir:**/repo/.git",
                "gitdir:other/",
                "gitdir:~/../repo/",
                "gitdir:./../repo/.git",
                "gitdir:r[a-f]po/",
                "gitdir:r?po/**",
                "onbranch:main",
                "onbranch:ma*",
                "onbranch:other",
                "onbranch:feature/",
                "hasconfig:remote.*.url:https://example.org/**",
                "hasconfig:remote.*.url:https://example.com/**",
                "whoknows:what"
            })
    void includesAFileWhenItsConditionHolds(String condition) throws Exception {
        git.git("config", "remote.origin.url", "https://example.org/a/b.git");
        append(git.home().resolve("extra"), "[a]\n\tb = included\n");
        append(git.home().resolve(".gitconfig"), "[includeIf \"" + condition + "\"]\n\tpath = extra\n");

        assertThat(read().text("a.b").orElse(""))
                .isEqualTo(git.tryGit("config", "a.b").output().strip());
    }

    @Test
    void refusesIncludesThatGoInACircle() throws Exception {
        append(git.home().resolve(".gitconfig"), "[include]\n\tpath = .gitconfig\n");

        assertThatThrownBy(this::read).isInstanceOf(UnusableRepositoryException.class);
    }

    private String asked(String key) {
        return git.git("config", "--null", key).replaceFirst("\0$", "");
    }

    private GitConfig read() throws UnusableRepositoryException, IOException {
        return read(Map.of());
    }

    private GitConfig read(Map<String, String> more) throws UnusableRepositoryException, IOException {
        Path gitDir = git.top().resolve(".git");
        return new ConfigReader(git.environment(more), gitDir).whole(Layout.of(gitDir, git.top()));
    }

    private static void append(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, (Files.exists(file) ? Files.readString(file) : "") + text);
    }
}
