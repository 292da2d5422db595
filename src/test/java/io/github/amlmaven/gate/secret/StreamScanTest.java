package io.github.amlmaven.gate.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.amlmaven.Bounded;
import io.github.amlmaven.gate.SecretKind;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams of any length and content. */
class StreamScanTest {
    private static final String TOKEN = "ghp" + "_" + Made.of(Made.ALPHANUMERIC, 36);

    private final StreamScan scan = new StreamScan();

    @Test
    void findsASecretWhereverTheBufferEnds() throws Exception {
        for (int before = (1 << 18) - 9000; before < (1 << 18) + 300; before += 17) {
            assertThat(scan.scan(stream(" ".repeat(before) + TOKEN + " rest"))).containsExactly(github(1, before + 1));
        }
    }

    @Test
    void findsASecretOnceWhenTwoBuffersShowIt() throws Exception {
        String many = (" ".repeat(400) + "token = \"" + TOKEN + "\"\n").repeat(900);
        assertThat(scan.scan(stream(many)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 900)
                        .mapToObj(line -> github(line, 410))
                        .toList());
    }

    @Test
    void countsLinesAndColumnsInCharactersAsPeopleDo() throws Exception {
        assertThat(scan.scan(stream("é\r\n\n日本語 👍 " + TOKEN))).containsExactly(github(3, 7));
    }

    @Test
    void readsAStreamThatNeverEndsItsLine() throws Exception {
        InputStream million =
                new SequenceInputStream(Collections.enumeration(Collections.nCopies(1000, "a".repeat(10_000)).stream()
                        .map(StreamScanTest::stream)
                        .toList()));
        assertThat(scan.scan(new SequenceInputStream(million, stream(" " + TOKEN))))
                .containsExactly(github(1, 10_000_002));
    }

    @Test
    void stopsCountingWhereAFileIsNothingButSecrets() throws Exception {
        assertThat(scan.scan(stream((TOKEN + "\n").repeat(20_000)))).hasSizeBetween(1000, 2000);
    }

    @Test
    void startsAnewWithEachStream() throws Exception {
        assertThat(scan.scan(stream("-----BEGIN RSA PRIVATE KEY-----\n"))).isEmpty();
        assertThat(scan.scan(stream(Made.of(Made.BASE64, 64)))).isEmpty();
        assertThat(scan.scan(stream("\n" + TOKEN))).containsExactly(github(2, 1));
        assertThat(scan.scan(stream(""))).isEmpty();
    }

    /** Four megabytes each. Ten seconds are a thousand times what a text of that length takes, and far less than a square of it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJ",
                "eyJaaaaaaaaaaaaaaaa.eyJ",
                "eyJ ",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN RSA PRIVATE KEY----- \\n",
                "-----BEGIN ",
                "AzFu",
                "+ASt",
                "host=",
                "server=a;",
                "server=a;password=",
                "jdbc:;pwd= ",
                "://a:",
                "://",
                "https://user:pass",
                "token=",
                "token='",
                "token = aB3dE6gH9jK1mN4p ",
                "secret_key: \"",
                "password,password,",
                "sig=%2F",
                "\"auth\": \"QUFB",
                "glpat-",
                "JQQJ9",
                "Authorization: Bearer ",
                "xoxb-1",
            })
    void takesTimeThatGrowsOnlyWithTheLength(String piece) throws Exception {
        String text = piece.repeat((1 << 20) / piece.length());
        Bounded.run(() -> scan.scan(stream(text)));
    }

    private static Sighting github(int line, int column) {
        return new Sighting(SecretKind.GITHUB_TOKEN, line, column, TOKEN.length());
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
