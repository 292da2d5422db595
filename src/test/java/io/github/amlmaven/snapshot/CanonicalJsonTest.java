package io.github.amlmaven.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.document.ExactJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

    private static String canonical(JsonNode value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CanonicalJson.write(value, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) throws IOException {
        return ExactJson.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void hasNoWhiteSpaceAndSortsKeysAtEveryDepth() throws IOException {
        assertThat(canonical(json("{ \"b\" : [ 1, {\"z\":null, \"y\":true} ], \"a\" : {}, \"\": [] }")))
                .isEqualTo("{\"\":[],\"a\":{},\"b\":[1,{\"y\":true,\"z\":null}]}");
    }

    @Test
    void sortsByCodePointAndNotByUtf16() throws IOException {
        assertThat(canonical(json("{\"\\ud83d\\ude00\":1,\"\\uff5e\":2}"))).isEqualTo("{\"～\":2,\"😀\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "3.0", "3", "-0", "1e-8", "1E+400", "12345678901234567890", "12345678901234567891"})
    void leavesEveryNumberItsText(String number) throws IOException {
        assertThat(canonical(json(number))).isEqualTo(number);
    }

    @Test
    void escapesOnlyWhatHasToBe() throws IOException {
        assertThat(canonical(TextNode.valueOf("\"\\/\b\t\n\f\r\u0000\u001f\u007fé\u2028😀")))
                .isEqualTo("\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u007fé\u2028😀\"");
    }

    @Test
    void escapesHalfOfASurrogatePairSinceUtf8CannotSayIt() throws IOException {
        assertThat(canonical(TextNode.valueOf("\ud800x\udcff"))).isEqualTo("\"\\ud800x\\udcff\"");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatThrownBy(() -> canonical(BinaryNode.valueOf(new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDigestIsThatOfTheText() {
        // printf '{}' | sha256sum
        assertThat(CanonicalJson.digest(JsonNodeFactory.instance.objectNode()))
                .isEqualTo("sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }
}
