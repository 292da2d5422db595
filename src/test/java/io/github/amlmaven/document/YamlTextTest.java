package io.github.amlmaven.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read again as it was. */
class YamlTextTest {

    private static JsonNode read(String yaml) throws Exception {
        return Document.read(TreePath.of("x.yml"), new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .root();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: [python=3.11, {pip: [numpy==1.26.4]}]",
                "a: ['on', 'yes', 'null', '~', '', ' ', '1', '1.0', '1e-8', '12:30:00', '2024-01-01', '0x1F', '<<', '=', '-', '#', ': ']",
                "a: [on, ~, 1, 1.10, 1.5e+3, 017]",
                "a: {b: {}, c: [], d: [[]]}",
                "a: \"x\\ny\\tz \\\\ \\\" \\u00e4\\u4e2d\\U0001F600\"",
                "'a: b': \"- c\"",
                "'<<': {a: 1}",
                "a: \"a very long line of text that other writers would fold into two or even three lines, since they like eighty columns\"",
                "[1, two, {three: 4}]",
                "text"
            })
    void readsAsTheSameTree(String yaml) throws Exception {
        JsonNode tree = read(yaml);

        assertThat(read(YamlText.of(tree))).isEqualTo(tree);
    }

    @Test
    void sortsKeysAndKeepsTheTextOfNumbers() throws Exception {
        assertThat(YamlText.of(read("{b: 1.10, a: [x, 2]}"))).isEqualTo("a:\n- x\n- 2\nb: 1.10\n");
    }
}
