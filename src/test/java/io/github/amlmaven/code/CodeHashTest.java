package io.github.amlmaven.code;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.tree.MemoryTree;
import io.github.amlmaven.tree.TreePath;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeHashTest {

    private static String hash(MemoryTree tree) throws Exception {
        return CodeHashes.of(tree, CodeFolder.list(tree, TreePath.of("code"), List.of(), CodeUse.COMPONENT));
    }

    /** The value that the service's recorded answers have for this file. */
    @Test
    void isAzuresForOneFile() throws Exception {
        MemoryTree tree = new MemoryTree().file("x/code.txt", "hello world");
        CodeListing listing = CodeFolder.list(tree, TreePath.of("x/code.txt"), List.of(), CodeUse.COMPONENT);
        assertThat(CodeHashes.of(tree, listing))
                .isEqualTo("49eadfeccdc40c46a054f17f07829f9bd5bf4ff0b51fb49f2de9a63d5ddf0098");
    }

    @Test
    void ordersFilesByTheirNamesInLowerCase() throws Exception {
        assertThat(hash(new MemoryTree().file("code/B", "1").file("code/a", "2")))
                .isEqualTo(sha256("2#a#1#B#121"));
    }

    @Test
    void changesWithNameAndContent() throws Exception {
        String hash = hash(new MemoryTree().file("code/a", "1"));
        assertThat(hash(new MemoryTree().file("code/a", "2"))).isNotEqualTo(hash);
        assertThat(hash(new MemoryTree().file("code/b", "1"))).isNotEqualTo(hash);
        assertThat(hash(new MemoryTree().file("code/a", "1").file("other", ""))).isEqualTo(hash);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
