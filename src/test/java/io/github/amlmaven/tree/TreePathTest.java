package io.github.amlmaven.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
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
    void noTwoPathsAreOrderedOtherwiseThanTheirCodePoints() {
        List<String> units = List.of("a", "/", "\uD7FF", "\uD83D\uDE00", "\uDBFF\uDFFF", "\uE000", "\uFFFD");
        List<TreePath> paths = new ArrayList<>();
        for (String first : units) {
            for (String second : units) {
                String text = ("x" + first + second + "y").replace("//", "/");
                paths.add(TreePath.of(text));
                paths.add(TreePath.of("f/" + text).parent());
                paths.add(TreePath.of("x").child(text));
            }
        }
        for (TreePath one : paths) {
            for (TreePath other : paths) {
                int expected = Arrays.compare(
                        one.value().codePoints().toArray(),
                        other.value().codePoints().toArray());
                assertThat(Integer.signum(one.compareTo(other)))
                        .as("%s and %s", one, other)
                        .isEqualTo(Integer.signum(expected));
            }
        }
    }

    @Test
    void pathsAreEqualWhenTheirTextsAre() {
        assertThat(TreePath.of("a/b")).isEqualTo(TreePath.of("a").child("b")).hasSameHashCodeAs(TreePath.of("a/b"));
        assertThat(TreePath.of("a/b")).isNotEqualTo(TreePath.of("a/B")).isNotEqualTo("a/b");
        assertThat(TreePath.ROOT).isEqualTo(TreePath.of("a").parent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\0b", "/a"})
    void nothingInAFolderHasANameThatIsNone(String name) {
        TreePath folder = TreePath.of("a");
        assertThatIllegalArgumentException().isThrownBy(() -> folder.child(name));
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
