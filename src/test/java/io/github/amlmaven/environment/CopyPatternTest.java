package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.Bounded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wildcards of COPY. */
class CopyPatternTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "*.txt, requirements.txt, true",
                "*.txt, requirements.in, false",
                "*, x, true",
                "a*b*c, a-b-b-c, true",
                "a*b*c, a-c-b, false",
                "re?.txt, req.txt, true",
                "re?.txt, re.txt, false",
                "?, 👍, true",
                "[a-c]x, bx, true",
                "[a-c]x, dx, false",
                "[^a-c]x, dx, true",
                "[^a-c]x, ax, false",
                "[a\\]]x, ]x, true",
                "[a\\-], -, true",
                "[ab-c^], ^, true",
                "\\*, *, true",
                "\\*, x, false",
                "\\?x, ax, false",
                "plain, plain, true",
                "plain, plainer, false",
            })
    void matchesAsGoDoes(String pattern, String name, boolean matches) throws Exception {
        assertThat(CopyPattern.of(pattern).matches(name)).isEqualTo(matches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[]", "[^]", "[^", "[a", "[-]", "[a-]", "[-a]", "x\\", "[a\\"})
    void aPatternThatGoRefusesIsNone(String malformed) {
        assertThatThrownBy(() -> CopyPattern.of(malformed)).isInstanceOf(GrammarException.class);
    }

    @Test
    void manyStarsTakeNoLongerThanTheLengthsAllow() throws Exception {
        CopyPattern pattern = CopyPattern.of("*a".repeat(2_000) + "b");
        assertThat(Bounded.within(10, () -> pattern.matches("a".repeat(20_000))))
                .isFalse();
    }
}
