package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads JSON. */
final class JsonReader {
    /** What the parser advises those who program it. */
    private static final Pattern ADVICE =
            Pattern.compile(": enable `[^`]*` to allow$|(?<=comment\\?) \\(not recognized[^)]*\\)$");

    private final TreePath path;
    private final Limits limits;
    private final JsonParser parser;
    private final Cursor cursor;
    private int nodes;

    private JsonReader(TreePath path, String text, Limits limits, JsonParser parser) {
        this.path = path;
        this.limits = limits;
        this.parser = parser;
        this.cursor = new Cursor(text);
    }

    static Node read(TreePath path, String text, Limits limits) throws IOException, UnreadableDocumentException {
        try (JsonParser parser = ExactJson.parser(text)) {
            return new JsonReader(path, text, limits, parser).document();
        } catch (JsonProcessingException e) {
            Cursor place = new Cursor(text).moveTo(e.getLocation().getCharOffset());
            throw new UnreadableDocumentException(
                    new Location(path, place.line(), place.column()),
                    "no JSON: " + ADVICE.matcher(e.getOriginalMessage()).replaceFirst(""));
        }
    }

    private Node document() throws IOException, UnreadableDocumentException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            return new Node.Scalar(YamlType.NULL, NullNode.instance, 1, 1);
        }
        Node root = node(token, 0);
        if (parser.nextToken() != null) {
            place();
            throw unreadable("something follows the end of the document");
        }
        return root;
    }

    private Node node(JsonToken token, int depth) throws IOException, UnreadableDocumentException {
        place();
        count();
        int line = cursor.line();
        int column = cursor.column();
        return switch (token) {
            case START_OBJECT -> object(line, column, depth + 1);
            case START_ARRAY -> array(line, column, depth + 1);
            case VALUE_STRING -> new Node.Scalar(YamlType.STR, new TextNode(text()), line, column);
            default -> new Node.Scalar(type(token), ExactJson.scalar(parser, token), line, column);
        };
    }

    private static YamlType type(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> YamlType.NULL;
            case VALUE_TRUE, VALUE_FALSE -> YamlType.BOOL;
            case VALUE_NUMBER_INT -> YamlType.INT;
            case VALUE_NUMBER_FLOAT -> YamlType.FLOAT;
            default -> YamlType.STR;
        };
    }

    private Node array(int line, int column, int depth) throws IOException, UnreadableDocumentException {
        requireDepth(depth);
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth));
        }
        return Node.Sequence.of(YamlType.SEQ, items, line, column);
    }

    private Node object(int line, int column, int depth) throws IOException, UnreadableDocumentException {
        requireDepth(depth);
        Map<String, Node.Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            place();
            count();
            String name = text();
            Node.Member first = members.get(name);
            if (first != null) {
                throw UnreadableDocumentException.duplicateKey(
                        location(), YamlScalar.quoted(name), first.line(), first.column());
            }
            int keyLine = cursor.line();
            int keyColumn = cursor.column();
            Node value = node(parser.nextToken(), depth);
            members.put(name, new Node.Member(YamlType.STR, keyLine, keyColumn, value));
        }
        return Node.Mapping.of(YamlType.MAP, members, line, column);
    }

    private String text() throws IOException, UnreadableDocumentException {
        String text = parser.getText();
        if (YamlScalar.hasLoneSurrogate(text)) {
            throw unreadable("half a surrogate pair is no character");
        }
        return text;
    }

    private void place() {
        cursor.moveTo(parser.currentTokenLocation().getCharOffset());
    }

    private void count() throws UnreadableDocumentException {
        nodes++;
        if (nodes > limits.nodes()) {
            throw unreadable("the document has more than " + limits.nodes() + " keys and values");
        }
    }

    private void requireDepth(int depth) throws UnreadableDocumentException {
        if (depth > limits.depth()) {
            throw unreadable("collections may be at most " + limits.depth() + " levels deep");
        }
    }

    private UnreadableDocumentException unreadable(String message) {
        return new UnreadableDocumentException(location(), message);
    }

    private Location location() {
        return new Location(path, cursor.line(), cursor.column());
    }
}
