package io.github.amlmaven.document;

import static io.github.amlmaven.document.Documents.json;
import static io.github.amlmaven.document.Documents.place;
import static io.github.amlmaven.document.Documents.placeOfKey;
import static io.github.amlmaven.document.Documents.refusal;
import static io.github.amlmaven.document.Documents.refusalOfJson;
import static io.github.amlmaven.document.Documents.yaml;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTest {

    @Test
    void keepsEveryKeyInItsOrderAndItsSourceText() throws Exception {
        assertThat(yaml("on: 1\n017: 2\n~: 3\n1.10: 4\n'': 5\nb: 6\na: 7\n").root())
                .hasToString("{\"on\":1,\"017\":2,\"~\":3,\"1.10\":4,\"\":5,\"b\":6,\"a\":7}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1.10      | 1.10
                    1e-8      | "1e-8"
                    1.5e3     | "1.5e3"
                    1.5e+3    | 1.5e+3
                    3.0       | 3.0
                    -0        | -0
                    +1        | 1
                    017       | 15
                    0o17      | "0o17"
                    -0x1F     | -31
                    0b101     | 5
                    1_000     | 1000
                    12:30:00  | 45000
                    -1:30     | -90
                    1:60      | "1:60"
                    1:30.5    | 90.5
                    !!int 1:-5| 55
                    !!float 1:15e-1  | 61.5
                    !!float 1:1e0009 | 1000000060.0
                    .5        | 0.5
                    1.        | 1.0
                    01.50     | 1.50
                    -.5       | "-.5"
                    .inf      | ".inf"
                    -.INF     | "-.INF"
                    .nan      | ".nan"
                    yes       | true
                    Off       | false
                    oN        | "oN"
                    y         | "y"
                    ~         | null
                    NULL      | null
                    nuLL      | "nuLL"
                    2024-01-31| "2024-01-31"
                    2024-1-31 | "2024-1-31"
                    "12"      | "12"
                    !!str 12  | "12"
                    !!float 3 | 3
                    !!int "7" | 7
                    ! 12      | 12
                    12345678901234567890123 | 12345678901234567890123
                    0.10000000000000000000001 | 0.10000000000000000000001
                    """,
            quoteCharacter = '`')
    void readsScalarsAsPyYamlDoesAndKeepsNumbersExactly(String yaml, String json) throws Exception {
        assertThat(yaml("v: " + yaml).root().get("v")).hasToString(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    !!int 1.5          | 1:4 '1.5' is no valid tag:yaml.org,2002:int
                    0b_                | 1:4 '0b_' is no valid tag:yaml.org,2002:int
                    !!int 08           | 1:4 '08' is no valid tag:yaml.org,2002:int
                    !!int 1:1e9        | 1:4 '1:1e9' is no valid tag:yaml.org,2002:int
                    !!int 1:30.5       | 1:4 '1:30.5' is no valid tag:yaml.org,2002:int
                    !!float abc        | 1:4 'abc' is no valid tag:yaml.org,2002:float
                    !!bool maybe       | 1:4 'maybe' is no valid tag:yaml.org,2002:bool
                    2024-02-30         | 1:4 '2024-02-30' is no valid tag:yaml.org,2002:timestamp
                    2024-01-01 25:00:00| 1:4 '2024-01-01 25:00:00' is no valid tag:yaml.org,2002:timestamp
                    !!binary a         | 1:4 'a' is no valid tag:yaml.org,2002:binary
                    =                  | 1:4 '=' has a meaning as a key only: quote it where it is text
                    <<                 | 1:4 '<<' has a meaning as a key only: quote it where it is text
                    !custom 1          | 1:4 the tag '!custom' is unknown to Azure ML: remove it
                    !!python/name:os.system 1 | 1:4 the tag 'tag:yaml.org,2002:python/name:os.system' is unknown to Azure ML: remove it
                    !!int [1]          | 1:4 the tag 'tag:yaml.org,2002:int' is for a scalar, and this is a collection
                    !!seq {}           | 1:4 the tag 'tag:yaml.org,2002:seq' is for a sequence, and this is none
                    !!map []           | 1:4 the tag 'tag:yaml.org,2002:map' is for a mapping, and this is none
                    !!omap [{a: 1, b: 2}] | 1:12 each item of 'tag:yaml.org,2002:omap' is a mapping with one key
                    {[a]: 1}           | 1:5 a collection cannot be a key, as {{name}} without quotes would be
                    """,
            quoteCharacter = '`')
    void refusesWhatPyYamlCannotConvert(String yaml, String refusal) {
        assertThat(refusal("v: " + yaml)).isEqualTo(refusal);
    }

    @Test
    void keepsCollectionsWithTags() throws Exception {
        assertThat(yaml("{s: !!set {a, b}, o: !!omap [b: 1, a: 2], p: !!pairs [a: 1, a: 2], b: !!binary aGk=}")
                        .root())
                .hasToString("{\"s\":{\"a\":null,\"b\":null},\"o\":[{\"b\":1},{\"a\":2}],\"p\":[{\"a\":1},{\"a\":2}],"
                        + "\"b\":\"aGk=\"}");
    }

    @Test
    void mergesAsPyYamlDoes() throws Exception {
        Document document = yaml(
                """
                base: &base {a: 1, b: 2}
                more: &more {b: 3, c: 4}
                one: {c: 9, <<: *base, a: 0}
                list: {<<: [*base, *more]}
                twice: {<<: *base, <<: *more}
                nested: {<<: {<<: *base, d: 5}}
                """);
        assertThat(document.root().get("one")).hasToString("{\"a\":0,\"b\":2,\"c\":9}");
        assertThat(document.root().get("list")).hasToString("{\"b\":2,\"c\":4,\"a\":1}");
        assertThat(document.root().get("twice")).hasToString("{\"a\":1,\"b\":3,\"c\":4}");
        assertThat(document.root().get("nested")).hasToString("{\"a\":1,\"b\":2,\"d\":5}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <<: 1         | 1:5 '<<' merges a mapping or a list of mappings, and this is neither
                    <<: [{}, 1]   | 1:10 '<<' merges a list of mappings, and this is none
                    """,
            quoteCharacter = '`')
    void refusesToMergeAnythingElse(String yaml, String refusal) {
        assertThat(refusal(yaml)).isEqualTo(refusal);
    }

    @Test
    void knowsWhereEveryKeyAndValueBegins() throws Exception {
        Document document = yaml("# comment\r\njobs:\r\n  'é😀x': {code: ./src, list: [1, two]}\r\n");
        assertThat(place(document, "")).isEqualTo("2:1");
        assertThat(placeOfKey(document, "/jobs")).isEqualTo("2:1");
        assertThat(place(document, "/jobs")).isEqualTo("3:3");
        assertThat(placeOfKey(document, "/jobs/é😀x/code")).isEqualTo("3:11");
        assertThat(place(document, "/jobs/é😀x/code")).isEqualTo("3:17");
        assertThat(place(document, "/jobs/é😀x/list/1")).isEqualTo("3:34");
        assertThat(placeOfKey(document, "/jobs/é😀x/list/1")).isEqualTo("3:34");
    }

    @Test
    void placesWhatDoesNotExistAtItsNearestAncestor() throws Exception {
        Document document = yaml("a:\n  b: 1\n");
        assertThat(place(document, "/a/c/d")).isEqualTo("2:3");
        assertThat(placeOfKey(document, "/a/c/d")).isEqualTo("2:3");
        assertThat(place(document, "/x")).isEqualTo("1:1");
    }

    @Test
    void placesWhatAnAliasRepeatsWhereItIsWritten() throws Exception {
        Document document = yaml("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n");
        assertThat(place(document, "/c/b")).isEqualTo("1:11");
        assertThat(placeOfKey(document, "/c")).isEqualTo("2:1");
        assertThat(placeOfKey(document, "/d/b")).isEqualTo("1:8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "---\n", "---\n...\n", "\n\n", "~", "null"})
    void readsAFileWithoutContentAsNull(String text) throws Exception {
        assertThat(yaml(text).root().isNull()).isTrue();
    }

    @Test
    void readsTheEncodingsThatPyYamlReads() throws Exception {
        byte[] utf8 = "\uFEFFname: é\n".getBytes(UTF_8);
        byte[] little = "\uFEFFname: é\n".getBytes(UTF_16LE);
        byte[] big = "\uFEFFname: é\n".getBytes(UTF_16BE);
        for (byte[] bytes : new byte[][] {utf8, little, big}) {
            Document document = yaml(bytes);
            assertThat(document.root()).hasToString("{\"name\":\"é\"}");
            assertThat(place(document, "/name")).isEqualTo("1:7");
        }
    }

    @Test
    void readsJsonWithoutTouchingItsNumbers() throws Exception {
        Document document = json("{\"a\" : 1.10,\r\n \"😀b\": [1e-8, 12345678901234567890, null, true, \"x\"]}");
        assertThat(document.root()).hasToString("{\"a\":1.10,\"😀b\":[1e-8,12345678901234567890,null,true,\"x\"]}");
        assertThat(placeOfKey(document, "/a")).isEqualTo("1:2");
        assertThat(place(document, "/a")).isEqualTo("1:8");
        assertThat(place(document, "/😀b/1")).isEqualTo("2:15");
        assertThat(json(" ").root().isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"a":1,"a":2}  | 1:8 the key 'a' is there already, at line 1, column 2
                    {} {}          | 1:4 something follows the end of the document
                    "\\ud800"      | 1:1 half a surrogate pair is no character
                    """,
            quoteCharacter = '`')
    void refusesJsonThatIsNotOneValue(String json, String refusal) {
        assertThat(refusalOfJson(json)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1,]", "{\"a\":}", "nul", "01", "\"\n\"", "{'a':1}", "NaN", "[1}"})
    void refusesWhatIsNoJson(String json) {
        assertThat(refusalOfJson(json)).contains("no JSON: ").doesNotContain("enable");
    }
}
