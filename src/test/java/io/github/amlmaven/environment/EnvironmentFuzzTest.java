package io.github.amlmaven.environment;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.Bounded;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any text is what an environment is made of, or a problem with a place. */
class EnvironmentFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void requirements(byte[] bytes) throws Exception {
        environment("conda_file: c.yml\n", "c.yml", "dependencies: [{pip: [-r r.txt]}]\n", "r.txt", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void dockerfile(byte[] bytes) throws Exception {
        environment("build: {path: context}\n", "context/r.txt", "pandas==2.2.3\n", "context/Dockerfile", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void conda(byte[] bytes) throws Exception {
        environment("conda_file: c.yml\n", "r.txt", "pandas==2.2.3\n", "c.yml", bytes);
    }

    @FuzzTest(maxDuration = "2m")
    void matchSpec(byte[] bytes) throws Exception {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Bounded.run(() -> {
            try {
                MatchSpecGrammar.read(text);
            } catch (GrammarException e) {
                assertThat(e.reason()).isNotBlank();
            }
        });
    }

    @FuzzTest(maxDuration = "2m")
    void image(byte[] bytes) throws Exception {
        Bounded.run(() -> ImageReference.parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static void environment(String definition, String besides, String content, String name, byte[] bytes)
            throws Exception {
        MemoryTree tree = new MemoryTree().file(besides, content).file(name, new String(bytes, StandardCharsets.UTF_8));
        Document document = Document.read(
                TreePath.of("e.yml"), new ByteArrayInputStream(definition.getBytes(StandardCharsets.UTF_8)));
        Bounded.run(() ->
                new EnvironmentReader(tree, document, Uploaded.NOTHING, Optional.empty()).read(JsonPointer.empty()));
    }
}
