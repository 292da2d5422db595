package io.github.amlmaven.document;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8, or UTF-16 when a byte order mark says so, as PyYAML has it; the mark is left out. */
final class SourceText {
    private SourceText() {}

    static String read(TreePath path, InputStream in, Limits limits) throws IOException, UnreadableDocumentException {
        byte[] bytes = in.readNBytes(limits.bytes() + 1);
        if (bytes.length > limits.bytes()) {
            throw tooLong(path, limits);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return decode(path, bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return decode(path, bytes, 2, StandardCharsets.UTF_16BE);
        }
        return decode(path, bytes, startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0, StandardCharsets.UTF_8);
    }

    static UnreadableDocumentException tooLong(TreePath path, Limits limits) {
        return new UnreadableDocumentException(
                Location.startOf(path),
                "a definition may have at most " + limits.bytes() + " bytes, and this one has more");
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String decode(TreePath path, byte[] bytes, int offset, Charset charset)
            throws UnreadableDocumentException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, bytes.length - offset);
        CharBuffer out = CharBuffer.allocate(bytes.length - offset);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            Cursor end = new Cursor(text).moveTo(text.length());
            throw new UnreadableDocumentException(
                    new Location(path, end.line(), end.column()),
                    String.format("the byte 0x%02x is not %s: save the file as UTF-8", bytes[in.position()], charset));
        }
        return text;
    }
}
