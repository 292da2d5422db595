package io.github.amlmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlaysTest {
    private static final TreePath POM = TreePath.of("ml/pom.xml");

    private final MemoryTree tree = new MemoryTree()
            .file("ml/pom.xml", "<project>\n  <overlay>prod.yml</overlay>\n</project>\n")
            .file("overlays/prod.yml", "computes: {small: large}")
            .link("overlays/live.yml", "prod.yml")
            .file("overlays/odd.yml", "compute: {small: large}")
            .file("overlays/broken.yml", "computes: [");

    @Test
    void anOverlayIsAFileOfTheSnapshotAndSoIsALinkToIt() throws Exception {
        DefinitionGraph graph = graph("overlays/live.yml");
        assertThat(graph.problems()).isEmpty();
        assertThat(graph.files()).containsOnlyKeys(TreePath.of("overlays/live.yml"), TreePath.of("overlays/prod.yml"));
    }

    @Test
    void oneThatIsNotThereIsToldWhereThePomNamesIt() throws Exception {
        assertThat(graph("prod.yml").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.id()).isEqualTo("overlay/missing");
            assertThat(problem.location()).hasToString("ml/pom.xml:2:12");
        });
        assertThat(graph("../prod.yml").problems()).singleElement().satisfies(problem -> assertThat(problem.location())
                .hasToString("ml/pom.xml:1:1"));
    }

    @Test
    void whatNoOverlaySaysIsToldInTheFile() throws Exception {
        assertThat(graph("overlays/odd.yml", "overlays/broken.yml").problems())
                .extracting(problem -> problem.id() + " " + problem.location().path())
                .containsExactly("overlay/unreadable overlays/broken.yml", "overlay/unreadable overlays/odd.yml");
    }

    private DefinitionGraph graph(String... overlays) throws Exception {
        Overlays read = new Overlays(tree);
        read.add(POM, List.of(overlays));
        return read.into(DefinitionGraph.read(tree, List.of()));
    }
}
