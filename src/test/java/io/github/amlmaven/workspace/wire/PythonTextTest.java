package io.github.amlmaven.workspace.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as Python prints them. */
class PythonTextTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.1",
        "1, 1.0",
        "-2.50, -2.5",
        "1e-4, 0.0001",
        "0.00001, 1e-05",
        "1.25e-7, 1.25e-07",
        "123456789012345.6, 123456789012345.6",
        "9999999999999998, 9999999999999998.0",
        "1e16, 1e+16",
        "1.5e300, 1.5e+300",
        "2e-3, 0.002",
        "2.2250738585072014E-308, 2.2250738585072014e-308",
        "4.9e-324, 5e-324",
        "2.0E23, 2e+23",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "0, 0.0",
        "-0.0, -0.0"
    })
    void printsTheShortestDigitsThatAreTheNumber(double number, String text) {
        assertThat(PythonText.of(number)).isEqualTo(text);
    }

    @Test
    void printsScalarsAsStrDoes() throws Exception {
        ObjectMapper json = new ObjectMapper();
        assertThat(PythonText.of(json.readTree("true"))).isEqualTo("True");
        assertThat(PythonText.of(json.readTree("false"))).isEqualTo("False");
        assertThat(PythonText.of(json.readTree("12345678901234567890"))).isEqualTo("12345678901234567890");
        assertThat(PythonText.of(json.readTree("1.10"))).isEqualTo("1.1");
        assertThat(PythonText.of(json.readTree("\"1.10\""))).isEqualTo("1.10");
        assertThat(PythonText.of(Double.NaN)).isEqualTo("nan");
        assertThat(PythonText.of(Double.NEGATIVE_INFINITY)).isEqualTo("-inf");
    }
}
