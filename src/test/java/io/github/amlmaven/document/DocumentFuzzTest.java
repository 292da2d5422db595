package io.github.amlmaven.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.amlmaven.Bounded;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;

/** Any bytes are a document, or are refused as none. */
class DocumentFuzzTest {
    @FuzzTest(maxDuration = "2m")
    void yaml(byte[] bytes) throws Exception {
        Bounded.run(() -> read("d.yml", bytes));
    }

    @FuzzTest(maxDuration = "2m")
    void json(byte[] bytes) throws Exception {
        Bounded.run(() -> read("d.json", bytes));
    }

    private static void read(String name, byte[] bytes) throws Exception {
        try {
            Document.read(TreePath.of(name), new ByteArrayInputStream(bytes)).root();
        } catch (UnreadableDocumentException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
