package io.github.amlmaven.definition;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CaseCollisionsTest {

    @Test
    void namesThatDifferByMoreThanCaseAreNone() {
        assertThat(collisions("README.md", "readme.txt", "a/README.md", "src/Util.py", "src/util/a.py"))
                .isEmpty();
    }

    @Test
    void aFileAndAFileAreOne() {
        assertThat(collisions("a/README.md", "a/readme.md")).containsExactly("'a/readme.md' and 'a/README.md'");
        assertThat(collisions("a/README.md", "a/Readme.md")).containsExactly("'a/Readme.md' and 'a/README.md'");
    }

    @Test
    void everyOneOfThreeIsNamed() {
        assertThat(collisions("README", "Readme", "readme"))
                .containsExactlyInAnyOrder("'Readme' and 'README'", "'readme' and 'README'");
    }

    @Test
    void twoFoldersAreOneWhateverIsInThem() {
        assertThat(collisions("src/Util/a.py", "src/util/b.py")).containsExactly("'src/util' and 'src/Util'");
        assertThat(collisions("src/Util/a.py", "src/UTIL/b.py")).containsExactly("'src/Util' and 'src/UTIL'");
    }

    @Test
    void filesInFoldersThatCollideAreNotNamedBesides() {
        assertThat(collisions("A/x", "A/y", "a/x", "a/y")).containsExactly("'a' and 'A'");
        assertThat(collisions("AB/x", "Ab/x")).containsExactly("'Ab' and 'AB'");
    }

    @Test
    void aFileAndAFolderAreOne() {
        assertThat(collisions("Data", "data/a.csv")).containsExactly("'data' and 'Data'");
        assertThat(collisions("Data/a.csv", "data")).containsExactly("'data' and 'Data'");
    }

    @Test
    void aNameBetweenAFolderAndItsFilesHidesNothing() {
        assertThat(collisions("DATA", "data-old", "data.csv", "data/\u0002")).containsExactly("'data' and 'DATA'");
    }

    @Test
    void otherScriptsHaveCasesToo() {
        assertThat(collisions("\u00c4.py", "\u00e4.py")).containsExactly("'\u00e4.py' and '\u00c4.py'");
        assertThat(collisions("stra\u00dfe", "STRASSE")).containsExactly("'stra\u00dfe' and 'STRASSE'");
    }

    private static List<String> collisions(String... files) {
        TreeSet<TreePath> paths =
                new TreeSet<>(Stream.of(files).map(TreePath::of).toList());
        return CaseCollisions.in(paths).stream()
                .map(problem -> problem.message().replaceFirst(" differ only by case.*", ""))
                .toList();
    }
}
