package io.github.amlmaven.git;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Git's paths as text. They are bytes, nearly always UTF-8; a byte that is not part of UTF-8 becomes a lone surrogate U+DC80 to U+DCFF, as in
 * Python's {@code surrogateescape}, so that every path has a text of its own and the way back is exact.
 */
final class PathText {
    private static final int ESCAPE = 0xDC00;

    private PathText() {}

    static String decode(byte[] raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] < 0) {
                return decodeSlowly(raw, from, to);
            }
        }
        return new String(raw, from, to - from, StandardCharsets.ISO_8859_1);
    }

    static String decode(byte[] raw) {
        return decode(raw, 0, raw.length);
    }

    private static String decodeSlowly(byte[] raw, int from, int to) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(raw, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            if (!result.isError()) {
                return out.flip().toString();
            }
            for (int i = 0; i < result.length(); i++) {
                out.put((char) (ESCAPE | (in.get() & 0xFF)));
            }
            decoder.reset();
        }
    }

    static byte[] encode(String text) {
        if (text.chars().noneMatch(PathText::isEscape)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() * 2);
        text.codePoints().forEach(point -> {
            if (isEscape(point)) {
                out.write(point);
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** Inside a surrogate pair the low half is no escape; {@link String#codePoints} never shows it alone. */
    private static boolean isEscape(int point) {
        return point >= (ESCAPE | 0x80) && point <= (ESCAPE | 0xFF);
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
