package io.github.amlmaven.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.Bounded;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    *.log        | a.log, x/b.log, d.log/y         | a.logs
                    /a.txt       | a.txt, a.txt/b                  | x/a.txt
                    x/*.txt      | x/a.txt                         | y/x/a.txt, x/y/a.txt
                    build        | build, x/build, build/a, x/build/a | builds
                    build/       | build/a, x/build/a              | build, x/build
                    /build/      | build/a                         | x/build/a, build
                    **           | a, x/a                          |
                    **/          | x/a, x/y/a                      | a
                    **/foo       | foo, x/foo, x/y/foo/a           | xfoo
                    a/**/b       | a/b, a/x/b, a/x/y/b/c           | b, a/bb
                    a/**         | a/b, a/b/c                      | a, x/a/b
                    a/**/        | a/b, a/b/c                      | a
                    a?c          | abc                             | ac, abbc
                    a[0-9].py    | a1.py                           | ab.py
                    a[!0-9].py   | ab.py                           | a1.py
                    a[^b]        | a^, ab                          | ac
                    a[]]         | a]                              | a
                    a[b          | a[b                             | ab
                    a[\\]        | a\\                             | a]
                    \\#x         | #x                              | x
                    \\!x         | !x                              | x
                    .*           | .a, x/.a, ../a                  | a
                    ../x         | ../x/a                          | x/a
                    é*           | éa                              | ea
                    😀?          | 😀a                             | 😀ab, 😀
                    """)
    void leavesOutWhatAPatternMatches(String pattern, String matched, String unmatched) throws Exception {
        IgnoreRules rules = IgnoreRules.of(pattern, CodeUse.COMPONENT);
        assertThat(paths(matched)).allMatch(rules::exclude);
        assertThat(paths(unmatched)).noneMatch(rules::exclude);
    }

    private static List<List<String>> paths(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(", "))
                        .map(path -> Arrays.asList(path.split("/", -1)))
                        .toList();
    }

    @Test
    void letsTheLastMatchingPatternDecide() throws Exception {
        IgnoreRules rules =
                IgnoreRules.of("data\n!data/keep.csv\n*.csv\n!/data/*.csv\n/data/no.csv\n", CodeUse.COMPONENT);
        assertThat(rules.exclude(List.of("data", "keep.csv"))).isFalse();
        assertThat(rules.exclude(List.of("data", "no.csv"))).isTrue();
        assertThat(rules.exclude(List.of("data", "x.txt"))).isTrue();
        assertThat(rules.exclude(List.of("x.csv"))).isTrue();
        assertThat(rules.exclude(List.of("x.txt"))).isFalse();
    }

    @Test
    void leavesOutPythonsCacheWhateverIsWritten() throws Exception {
        IgnoreRules rules = IgnoreRules.of("!__pycache__\n!*.pyc\n", CodeUse.COMPONENT);
        assertThat(rules.exclude(List.of("x", "__pycache__", "a.pyc"))).isTrue();
        assertThat(IgnoreRules.of(CodeUse.COMPONENT).exclude(List.of("__pycache__")))
                .isTrue();
        assertThat(IgnoreRules.of(CodeUse.COMPONENT).exclude(List.of("pycache")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# a", "  # a", "/", "   ", "\u00a0\r\n\u0085", "!/", "//", "/**/"})
    void ignoresWhatIsNoPattern(String line) throws Exception {
        IgnoreRules rules = IgnoreRules.of(line, CodeUse.COMPONENT);
        assertThat(rules.exclude(List.of("a"))).isFalse();
        assertThat(rules.exclude(List.of("# a"))).isFalse();
        assertThat(rules.exclude(List.of("a", "b"))).isFalse();
    }

    @Test
    void readsEveryKindOfLineEndAndStripsBothSides() throws Exception {
        IgnoreRules rules = IgnoreRules.of(" a \r\nb\rc\n", CodeUse.COMPONENT);
        assertThat(List.of("a", "b", "c")).allMatch(name -> rules.exclude(List.of(name)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "a\\", "a\\/b", "[z-a]"})
    void givesUpWhereTheClientDoes(String line) {
        assertThatThrownBy(() -> IgnoreRules.of(line, CodeUse.COMPONENT)).isInstanceOf(IgnorePatternException.class);
    }

    @Test
    void takesNoLongerForAHostilePattern() throws Exception {
        List<String> path = List.of("a".repeat(250), "a".repeat(250));
        IgnoreRules stars = IgnoreRules.of("*a".repeat(100) + "b", CodeUse.COMPONENT);
        assertThat(Bounded.within(20, () -> stars.exclude(path))).isFalse();
        List<String> deep = Collections.nCopies(2_000, "a");
        IgnoreRules folders = IgnoreRules.of("**/a/".repeat(200) + "b", CodeUse.COMPONENT);
        assertThat(Bounded.within(20, () -> folders.exclude(deep))).isFalse();
    }
}
