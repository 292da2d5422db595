package io.github.amlmaven.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TreePathTest {

    @ParameterizedTest
    @CsvSource({
        "a/b, ./c, a/b/c",
        "a/b, ../c, a/c",
        "a/b, ../../c, c",
        "a/b, ., a/b",
        "a/b, c/, a/b/c",
        "a/b, c//d, a/b/c/d",
        "a/b, ../.., ''",
        "'', x y/z, x y/z",
    })
    void aRelativeReferenceIsFollowedFromItsFolder(String folder, String reference, String expected) throws Exception {
        assertThat(TreePath.of(folder).resolve(reference)).isEqualTo(TreePath.of(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "../../../c", "../../..", "a/../../../../b", "nul\0"})
    void aReferenceOutOfTheTreeIsRefused(String reference) {
        assertThatThrownBy(() -> TreePath.of("a/b").resolve(reference))
                .isInstanceOf(OutsideTreeException.class)
                .hasMessageContaining(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "a/", "a//b", "a/./b", "..", "a/../b", "a\0b"})
    void textThatIsNoPathInsideATreeIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TreePath.of(text));
    }

    @Test
    void pathsAreOrderedByCodePointAndNotByUtf16() {
        String supplementary = "\uD83D\uDE00";
        String privateUse = "\uF8FF";
        assertThat(List.of(TreePath.of(supplementary), TreePath.of(privateUse), TreePath.of("a"), TreePath.of("B")))
                .satisfies(paths -> assertThat(paths.stream().sorted().map(TreePath::value))
                        .containsExactly("B", "a", privateUse, supplementary));
    }

    @Test
    void aPathKnowsItsFolders() {
        TreePath path = TreePath.of("a/b/c.yml");
        assertThat(path.name()).isEqualTo("c.yml");
        assertThat(path.parent()).isEqualTo(TreePath.of("a/b"));
        assertThat(path.isIn(TreePath.of("a"))).isTrue();
        assertThat(path.isIn(TreePath.of("a/b/c"))).isFalse();
        assertThat(path.isIn(TreePath.ROOT)).isTrue();
        assertThat(path.relativeTo(TreePath.of("a"))).isEqualTo("b/c.yml");
        assertThat(TreePath.ROOT.parent()).isEqualTo(TreePath.ROOT);
    }
}
