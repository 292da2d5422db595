package io.github.amlmaven.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FollowedTest {
    private final MemoryTree tree = new MemoryTree()
            .file("lib/shared/util.py", "x")
            .link("src/shared", "../lib/shared")
            .link("src/again", "shared")
            .link("src/util.py", "again/util.py")
            .link("src/gone", "nowhere")
            .link("src/out", "../../etc")
            .link("src/absolute", "/etc/passwd")
            .link("src/one", "two")
            .link("src/two", "one");

    @Test
    void aPathWithoutLinksLeadsToItself() throws IOException {
        Followed followed = Followed.of(tree, TreePath.of("lib/shared/util.py"));
        assertThat(followed.entry().map(TreeEntry::path)).contains(TreePath.of("lib/shared/util.py"));
        assertThat(followed.links()).isEmpty();
    }

    @Test
    void linksToFoldersAndLinksToLinksAreFollowedAndRemembered() throws IOException {
        Followed followed = Followed.of(tree, TreePath.of("src/util.py"));
        assertThat(followed.entry().map(TreeEntry::path)).contains(TreePath.of("lib/shared/util.py"));
        assertThat(followed.links())
                .extracting(link -> link.path().value())
                .containsExactly("src/util.py", "src/again", "src/shared");
    }

    @Test
    void aLinkIntoNothingOutOfTheTreeOrInACircleLeadsNowhere() throws IOException {
        for (String path : new String[] {"src/gone", "src/out", "src/absolute", "src/one", "src/gone/deeper"}) {
            assertThat(Followed.of(tree, TreePath.of(path)).entry()).as(path).isEmpty();
        }
    }

    @Test
    void aLinkToTheRootOfTheTreeIsAFolder() throws IOException {
        MemoryTree rooted = new MemoryTree().link("src/all", "..").file("a.txt", "a");
        assertThat(Followed.of(rooted, TreePath.of("src/all/a.txt")).entry().map(TreeEntry::path))
                .contains(TreePath.of("a.txt"));
    }
}
