package io.github.amlmaven.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {

    private static JsonNode read(String json) throws IOException {
        return ExactJson.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":[1.10,-0,1E+2,1e-8,12345678901234567890,0.10000000000000000000000000001],\"b\":{}}",
                "[]",
                "null",
                "[true,false,null,\"\",\"é😀\\u0000\\\"\"]"
            })
    void writesBackWhatItRead(String json) throws Exception {
        JsonNode node = read(json);
        assertThat(node).hasToString(json);
        assertThat(new ObjectMapper().writeValueAsString(node)).isEqualTo(json);
        assertThat(read(new String(new ObjectMapper().writeValueAsBytes(node.deepCopy()), UTF_8)))
                .isEqualTo(node);
        assertThat(read(node.toString())).isEqualTo(node);
    }

    @Test
    void tellsNumbersApartByTheirText() throws Exception {
        assertThat(read("1.0"))
                .isNotEqualTo(read("1"))
                .isNotEqualTo(read("1.00"))
                .isEqualTo(read("1.0"));
    }

    @Test
    void givesTheSameNodesAsADocument() throws Exception {
        String json = "{\"a\":[1.10,2]}";
        assertThat(read(json))
                .isEqualTo(Documents.json(json).root())
                .isEqualTo(Documents.yaml(json).root());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1] 2", "{\"a\":1,\"a\":2}", "01", "NaN", "{a:1}"})
    void refusesWhatIsNotOneValue(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void refusesDepth() throws Exception {
        assertThat(read("[".repeat(1_000) + "]".repeat(1_000)).size()).isOne();
        assertThatThrownBy(() -> read("[".repeat(1_001))).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void convertsNumbersAsFarAsTheyFit() throws Exception {
        assertThat(read("42").canConvertToInt()).isTrue();
        assertThat(read("42").intValue()).isEqualTo(42);
        assertThat(read("9223372036854775807").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(read("9223372036854775808").canConvertToLong()).isFalse();
        assertThat(read("9223372036854775808").longValue()).isEqualTo(Long.MAX_VALUE);
        assertThat(read("3000000000").canConvertToInt()).isFalse();
        assertThat(read("3000000000").intValue()).isEqualTo(Integer.MAX_VALUE);
        assertThat(read("1.5").canConvertToLong()).isFalse();
        assertThat(read("1.5").doubleValue()).isEqualTo(1.5);
        assertThat(read("1.50").decimalValue()).isEqualTo(new BigDecimal("1.50"));
        assertThat(read("12e2").bigIntegerValue()).isEqualTo(BigInteger.valueOf(1200));
        assertThat(read("7").isIntegralNumber()).isTrue();
        assertThat(read("7.0").isFloatingPointNumber()).isTrue();
    }

    @Test
    void doesNotWriteOutAnEndlessExponent() throws Exception {
        JsonNode number = read("1e999999999");
        assertThat(number.doubleValue()).isInfinite();
        assertThat(number.longValue()).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(number::bigIntegerValue).isInstanceOf(ArithmeticException.class);
    }
}
