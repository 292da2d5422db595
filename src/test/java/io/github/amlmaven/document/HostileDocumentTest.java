package io.github.amlmaven.document;

import static io.github.amlmaven.document.Documents.json;
import static io.github.amlmaven.document.Documents.refusal;
import static io.github.amlmaven.document.Documents.refusalOfJson;
import static io.github.amlmaven.document.Documents.yaml;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.amlmaven.Bounded;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileDocumentTest {

    @Test
    void refusesADuplicateKeyAndNamesBothPlaces() {
        assertThat(refusal("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n"))
                .isEqualTo("5:3 the key 'c' is there already, at line 3, column 3");
    }

    @Test
    void refusesTextAndNumberAsKeysOfOneMapping() {
        assertThat(refusal("{1: a, '1': b}")).isEqualTo("1:8 the key '1' is there already, at line 1, column 2");
        assertThat(refusal("{<<: {1: a}, '1': b}")).isEqualTo("1:14 the key '1' is there already, at line 1, column 7");
    }

    @Test
    void refusesADuplicateKeyInWhatIsMergedOnly() {
        assertThat(refusal("<<: {a: 1, a: 2}")).isEqualTo("1:12 the key 'a' is there already, at line 1, column 6");
    }

    @Test
    void refusesAnAliasThatContainsItself() {
        assertThat(refusal("a: &x\n  b: [*x]\n"))
                .isEqualTo("2:7 the alias '*x' stands inside of what it repeats, so that it has no end");
    }

    @Test
    void refusesAnAliasWithoutAnchorAndAnAnchorDefinedTwice() {
        assertThat(refusal("a: *x")).isEqualTo("1:4 the alias '*x' has no anchor before it");
        assertThat(refusal("a: &x 1\nb: &x 2")).isEqualTo("2:4 the anchor '&x' is there already, at line 1, column 4");
        assertThat(refusal("a: &é 1")).isEqualTo("1:4 the anchor '&é' may have letters, digits, '-' and '_' only");
    }

    @Test
    void refusesAliasesThatExplodeBeforeTheyDo() {
        StringBuilder text = new StringBuilder("a0: &a0 [1]\n");
        for (int i = 1; i < 60; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        assertThat(refusal(text.toString()))
                .endsWith("the document has more than 1000 keys and values, aliases written out");
    }

    @Test
    void refusesALongTextThatAliasesRepeatTooOften() {
        assertThat(refusal("[&a " + "x".repeat(1000) + ", *a".repeat(11) + "]"))
                .endsWith("the document has more than 10000 characters, aliases written out");
    }

    @Test
    void refusesDepthThatAliasesHide() throws Exception {
        String text = "a: &a [[[[[[[[1]]]]]]]]\nb: &b [[[[[[[[*a]]]]]]]]\n";
        assertThat(yaml(text).root().size()).isEqualTo(2);
        assertThat(refusal(text + "c: [[[[*b]]]]\n")).isEqualTo("3:8 collections may be at most 20 levels deep");
    }

    @Test
    void refusesDepth() throws Exception {
        assertThat(yaml("[".repeat(20) + "]".repeat(20)).root().size()).isOne();
        assertThat(refusal("[".repeat(21) + "]".repeat(21)))
                .isEqualTo("1:21 collections may be at most 20 levels deep");
        assertThat(refusal("? ".repeat(500) + "1")).endsWith("collections may be at most 20 levels deep");
        assertThat(refusal("[".repeat(9_000))).endsWith("collections may be at most 20 levels deep");
        assertThat(json("[".repeat(20) + "]".repeat(20)).root().size()).isOne();
        assertThat(refusalOfJson("[".repeat(9_000))).isEqualTo("1:21 collections may be at most 20 levels deep");
        assertThat(refusalOfJson("{\"a\":".repeat(2_000))).isEqualTo("1:101 collections may be at most 20 levels deep");
    }

    /** To add it up would take a number of a billion digits. */
    @ParameterizedTest
    @ValueSource(strings = {"1:1e999999999", "1:1e-999999999", "1e999999999:1", "1:1e99999999999"})
    void refusesASexagesimalThatNobodyCouldWriteOut(String number) throws Exception {
        assertThat(Bounded.within(10, () -> refusal("a: !!float " + number)))
                .isEqualTo("1:4 '" + number + "' is no valid tag:yaml.org,2002:float");
        assertThat(Bounded.within(10, () -> refusal("a: !!int " + number)))
                .isEqualTo("1:4 '" + number + "' is no valid tag:yaml.org,2002:int");
    }

    @Test
    void refusesMoreValuesThanTheLimit() throws Exception {
        assertThat(json("[" + "1,".repeat(998) + "1]").root().size()).isEqualTo(999);
        assertThat(refusalOfJson("[" + "1,".repeat(999) + "1]"))
                .endsWith("the document has more than 1000 keys and values");
        assertThat(refusal("[" + "1,".repeat(999) + "1]"))
                .endsWith("has more than 1000 keys and values, aliases written out");
    }

    @Test
    void neverReadsFarBeyondTheLimit() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return '#';
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                Arrays.fill(buffer, offset, offset + length, (byte) '#');
                read.addAndGet(length);
                return length;
            }
        };
        assertThatThrownBy(() -> Document.read(TreePath.of("a.yml"), endless, new Limits(10_000, 10, 10)))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessage("a definition may have at most 10000 bytes, and this one has more");
        assertThat(read).hasValueLessThan(20_000);
    }

    @Test
    void refusesBytesThatAreNoText() {
        assertThat(refusal("a: 1\nb: \u00e4\u00f6\n".getBytes(ISO_8859_1)))
                .isEqualTo("2:4 the byte 0xe4 is not UTF-8: save the file as UTF-8");
        assertThat(refusal(new byte[] {'a', (byte) 0xC3})).startsWith("1:2 the byte 0xc3 is not UTF-8");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 0, (byte) 0xD8}))
                .startsWith("1:2 the byte 0x00 is not UTF-16LE");
        assertThat(refusal(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'})).startsWith("1:1 the byte 0x61 is not UTF-16LE");
    }

    @Test
    void refusesControlCharactersAndHalfPairs() throws Exception {
        assertThat(refusal("a: 1\nb: x\u0007\n"))
                .isEqualTo("2:5 the control character U+0007 may not stand in a YAML file: write it as an escape");
        assertThat(refusal("a: \"\\ud83d\"")).isEqualTo("1:4 half a surrogate pair is no character");
        assertThat(refusal("\"\\ud83d\": a")).isEqualTo("1:1 half a surrogate pair is no character");
        assertThat(yaml("a: \"\\a\\ud83d\\ude00\"").root().get("a").textValue()).isEqualTo("\u0007😀");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(refusal("a: 1\n---\nb: 2\n"))
                .isEqualTo("2:1 a second document begins here: a definition is one document in one file");
    }

    @Test
    void refusesTabsAsIndentation() {
        assertThat(refusal("a:\n\tb: 1\n"))
                .startsWith("2:1 no YAML: while scanning for the next token: found character '\\t");
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThat(refusal("a: b: c")).isEqualTo("1:5 no YAML: mapping values are not allowed here");
        assertThat(refusal("\"\\UFFFFFFFF\"")).isEqualTo("1:4 no YAML: this escape stands for no character");
        assertThat(refusal("\"\\x")).isEqualTo("1:4 no YAML: this escape stands for no character");
        assertThat(refusal("a: [1")).startsWith("1:6 no YAML: while parsing a flow sequence: ");
        assertThat(refusal("a: !<%zz> 1")).startsWith("1:");
        assertThat(refusal("%YAML 2.0\n---\na")).startsWith("1:1 no YAML: found incompatible YAML document");
    }

    @Test
    void quotesNothingLongAndNothingThatMovesATerminal() {
        String key = "\\e[2J" + "😀".repeat(100);
        assertThat(refusal("{\"%s\": 1, \"%s\": 2}".formatted(key, key)))
                .contains("the key '\uFFFD[2J" + "😀".repeat(33) + "...' is there already");
        assertThat(refusal("!" + "x".repeat(5_000) + " a")).hasSizeLessThan(120);
        assertThat(refusal("*" + "x".repeat(5_000))).hasSizeLessThan(120);
    }

    @Test
    void letsNoOtherExceptionOutWhateverTheBytes() throws Exception {
        List<byte[]> originals = new ArrayList<>();
        for (Path file : List.of(
                Path.of("src/test/oracle/documents/merge.yml"),
                Path.of("src/test/oracle/documents/strings.yml"),
                Path.of("src/test/oracle/documents/types.yml"),
                Path.of("src/test/oracle/documents/anchors.yml"),
                Path.of("src/test/oracle/scalars.txt"))) {
            originals.add(Files.readAllBytes(file));
        }
        Random random = new Random(20261123);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = mutated(originals.get(random.nextInt(originals.size())), random);
            for (String name : List.of("a.yml", "a.json")) {
                try {
                    Document.read(TreePath.of(name), new ByteArrayInputStream(bytes));
                    read++;
                } catch (UnreadableDocumentException e) {
                    assertThat(e.location().line()).isPositive();
                    assertThat(e.location().column()).isPositive();
                    assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
                }
            }
        }
        assertThat(read).isPositive();
    }

    private static byte[] mutated(byte[] original, Random random) {
        int from = random.nextInt(original.length);
        byte[] bytes = Arrays.copyOfRange(original, from, Math.min(original.length, from + 1 + random.nextInt(200)));
        String seasoning = "\t\n\r -:?#&*!|>'\"%@`{}[],<=~\\0123456789.eE_+aXé\0";
        byte[] seasonings = seasoning.getBytes(UTF_8);
        for (int i = random.nextInt(6); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] =
                    random.nextInt(8) == 0 ? (byte) random.nextInt() : seasonings[random.nextInt(seasonings.length)];
        }
        return bytes;
    }
}
