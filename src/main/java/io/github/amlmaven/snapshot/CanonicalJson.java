package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.CodePointOrder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The one way to write a JSON value that has a digest: UTF-8, the keys of an object sorted by code point, no white space, only those
 * characters escaped that have to be, and <strong>every number in its own text</strong>. RFC 8785 would make {@code 3.0} and {@code 3} equal,
 * and two 20-digit integers too; a definition that says one does not say the other.
 */
public final class CanonicalJson {
    private final OutputStream out;

    private CanonicalJson(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a value.
     *
     * @param value a tree of objects, arrays, strings, numbers, booleans and nulls
     * @param out where to, byte by byte; not closed
     * @throws IOException when it cannot be written to
     * @throws IllegalArgumentException when the tree holds something else, such as bytes
     */
    public static void write(JsonNode value, OutputStream out) throws IOException {
        new CanonicalJson(out).value(value);
    }

    /**
     * Writes a string.
     *
     * @param text the string
     * @param out where to; not closed
     * @throws IOException when it cannot be written to
     */
    static void write(String text, OutputStream out) throws IOException {
        new CanonicalJson(out).string(text);
    }

    /**
     * The digest of a value.
     *
     * @param value a tree of objects, arrays, strings, numbers, booleans and nulls
     * @return {@code sha256:} and 64 lower-case hex digits, over the canonical text
     */
    public static String digest(JsonNode value) {
        return Sha256.of(out -> write(value, out));
    }

    private void value(JsonNode value) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> array(value);
            case STRING -> string(value.textValue());
            case NUMBER, BOOLEAN, NULL -> ascii(value.asText());
            default -> throw new IllegalArgumentException("no JSON value: " + value.getNodeType());
        }
    }

    private void object(JsonNode object) throws IOException {
        List<String> keys = new ArrayList<>(object.size());
        object.fieldNames().forEachRemaining(keys::add);
        keys.sort(CodePointOrder.INSTANCE);
        char before = '{';
        for (String key : keys) {
            out.write(before);
            string(key);
            out.write(':');
            value(object.get(key));
            before = ',';
        }
        if (keys.isEmpty()) {
            out.write('{');
        }
        out.write('}');
    }

    private void array(JsonNode array) throws IOException {
        out.write('[');
        Iterator<JsonNode> elements = array.elements();
        while (elements.hasNext()) {
            value(elements.next());
            if (elements.hasNext()) {
                out.write(',');
            }
        }
        out.write(']');
    }

    private void string(String text) throws IOException {
        out.write('"');
        if (isPlain(text)) {
            ascii(text);
            out.write('"');
            return;
        }
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            character(c);
            i += Character.charCount(c);
        }
        out.write('"');
    }

    /** As nearly all are, in a list of very many files. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c >= 0x80 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void character(int c) throws IOException {
        switch (c) {
            case '"' -> ascii("\\\"");
            case '\\' -> ascii("\\\\");
            case '\b' -> ascii("\\b");
            case '\t' -> ascii("\\t");
            case '\n' -> ascii("\\n");
            case '\f' -> ascii("\\f");
            case '\r' -> ascii("\\r");
            default -> {
                if (c >= 0x20 && c < 0x80) {
                    out.write(c);
                } else if (c < 0x20 || isLoneSurrogate(c)) {
                    ascii(String.format("\\u%04x", c));
                } else {
                    out.write(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
    }

    /** Half of a pair: JSON can say it with an escape, UTF-8 cannot say it at all. */
    private static boolean isLoneSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private void ascii(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
