package io.github.amlmaven.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.TreePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArrangementTest {
    @Test
    void aFolderThatIsNotThereIsPutInPlaceAsAWhole() {
        Arrangement arrangement = Arrangement.of(paths("a/b/c/file", "a/b/other", "a/top"), paths("a/b", "a/b/c"));

        assertThat(arrangement.places())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        path("a/b/c/file"), path("0/c/file"),
                        path("a/b/other"), path("0/other"),
                        path("a/top"), path("1")));
        assertThat(arrangement.moves())
                .containsExactly(Map.entry(path("a/b"), path("0")), Map.entry(path("a/top"), path("1")));
    }

    @Test
    void aFileInAFolderThatIsThereWaitsByItself() {
        Arrangement arrangement = Arrangement.of(paths("file", "a/0"), paths());

        assertThat(arrangement.moves())
                .containsExactly(Map.entry(path("file"), path("0")), Map.entry(path("a/0"), path("1")));
    }

    private static List<TreePath> paths(String... paths) {
        return List.of(paths).stream().map(ArrangementTest::path).toList();
    }

    private static TreePath path(String path) {
        return TreePath.of(path);
    }
}
