package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.tree.CodePointOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * JSON as Python's {@code json.dumps(value, sort_keys=True)} writes it, and the digests that Azure's client takes over it: a component that
 * has no name is called after its content, and is found again only under the very name.
 */
final class PythonJson {
    private final StringBuilder out = new StringBuilder();

    private PythonJson() {}

    /**
     * What a component is called by its content.
     *
     * @param spec its {@code componentSpec}
     * @param without fields of it that are no part of the content
     * @return a UUID of the first half of the SHA-256
     */
    static String uuid(JsonNode spec, Set<String> without) {
        PythonJson json = new PythonJson();
        json.object(spec, without);
        String hex = sha256(json.out.toString());
        long high = Long.parseUnsignedLong(hex.substring(0, 16), 16);
        return new UUID(high, Long.parseUnsignedLong(hex.substring(16, 32), 16)).toString();
    }

    /**
     * The text of a value.
     *
     * @param value any value
     * @return what Python writes
     */
    static String text(JsonNode value) {
        PythonJson json = new PythonJson();
        json.value(value);
        return json.out.toString();
    }

    /**
     * The digest of a text.
     *
     * @param text any text
     * @return the SHA-256 of its UTF-8 form, 64 hex digits
     */
    static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void value(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, Set.of());
            case ARRAY -> array(value);
            case STRING -> string(value.asText());
            case NUMBER -> out.append(PythonText.of(value));
            default -> out.append(value.asText());
        }
    }

    private void object(JsonNode object, Set<String> without) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(without);
        keys.sort(CodePointOrder.INSTANCE);
        String before = "{";
        for (String key : keys) {
            out.append(before);
            string(key);
            out.append(": ");
            value(object.get(key));
            before = ", ";
        }
        out.append(keys.isEmpty() ? "{}" : "}");
    }

    private void array(JsonNode array) {
        out.append('[');
        for (Iterator<JsonNode> elements = array.elements(); elements.hasNext(); ) {
            value(elements.next());
            out.append(elements.hasNext() ? ", " : "");
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
        out.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c >= ' ' && c < '\u007F') {
                    out.append(c);
                } else {
                    out.append("\\u").append(HexFormat.of().toHexDigits(c));
                }
            }
        }
    }
}
