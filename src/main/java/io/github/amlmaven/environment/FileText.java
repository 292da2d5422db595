package io.github.amlmaven.environment;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Turns the bytes of a file into text as those do who read it. For pip a byte order mark decides, then an encoding line as in <a
 * href="https://peps.python.org/pep-0263/">PEP 263</a>, else it is UTF-8. Docker's builder drops the mark of UTF-8, knows no other encoding and
 * minds no bytes that are none.
 */
final class FileText {
    /**
     * A byte order mark.
     *
     * @param hex its bytes
     * @param charset what it says
     */
    private record Mark(String hex, Charset charset) {
        int length() {
            return hex.length() / 2;
        }

        boolean begins(byte[] bytes) {
            return bytes.length >= length()
                    && HexFormat.of().formatHex(bytes, 0, length()).equals(hex);
        }
    }

    /** The longer marks first: that of UTF-16 begins that of UTF-32. */
    private static final List<Mark> MARKS = List.of(
            new Mark("fffe0000", Charset.forName("UTF-32LE")),
            new Mark("0000feff", Charset.forName("UTF-32BE")),
            new Mark("efbbbf", StandardCharsets.UTF_8),
            new Mark("fffe", StandardCharsets.UTF_16LE),
            new Mark("feff", StandardCharsets.UTF_16BE));

    private static final Pattern ENCODING = Pattern.compile("coding[:=]\\s*([-\\w.]+)");

    private FileText() {}

    /** An encoding that a file is not in, and the text before the byte that shows it. */
    static final class UndecodableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String before;
        private final String reason;

        private UndecodableException(String before, String reason) {
            super(reason);
            this.before = before;
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        String before() {
            return before;
        }
    }

    /** The text of a Dockerfile. */
    static String docker(byte[] bytes) throws GrammarException {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes) && !mark.charset().equals(StandardCharsets.UTF_8)) {
                throw new GrammarException("The file is in " + mark.charset().name() + ", which no builder reads");
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The text of a file that pip reads. */
    static String pip(byte[] bytes) throws GrammarException, UndecodableException {
        for (Mark mark : MARKS) {
            if (mark.begins(bytes)) {
                return decode(Arrays.copyOfRange(bytes, mark.length(), bytes.length), mark.charset());
            }
        }
        return decode(bytes, declared(bytes));
    }

    /** The encoding that a comment in the first or second line names. */
    private static Charset declared(byte[] bytes) throws GrammarException {
        String head = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1);
        List<String> lines = Stream.of(head.split("\n", 3)).limit(2).toList();
        for (String line : lines) {
            Matcher encoding = ENCODING.matcher(line);
            if (line.startsWith("#") && encoding.find()) {
                return charset(encoding.group(1));
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** Python writes {@code latin-1} and {@code utf_8} where Java has {@code latin1} and {@code utf-8}. */
    private static Charset charset(String name) throws GrammarException {
        return Stream.of(name, name.replace('_', '-'), name.replace("-", ""), name.replace("_", ""))
                .filter(FileText::isKnown)
                .findFirst()
                .map(Charset::forName)
                .orElseThrow(() -> new GrammarException("The encoding " + name + " is unknown"));
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static String decode(byte[] bytes, Charset charset) throws UndecodableException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(
                (int) Math.ceil(bytes.length * (double) charset.newDecoder().maxCharsPerByte()));
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            decoder.flush(out);
        }
        String text = out.flip().toString();
        if (result.isError()) {
            throw new UndecodableException(
                    text, String.format("The byte 0x%02x is not %s", bytes[in.position()], charset.name()));
        }
        return text;
    }
}
