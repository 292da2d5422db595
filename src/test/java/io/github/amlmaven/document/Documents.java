package io.github.amlmaven.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.tree.TreePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Documents from text, for tests. */
final class Documents {
    private static final TreePath YAML = TreePath.of("a.yml");
    private static final TreePath JSON = TreePath.of("a.json");
    private static final Limits SMALL = new Limits(10_000, 1_000, 20);

    private Documents() {}

    static Document yaml(String text) throws IOException, UnreadableDocumentException {
        return yaml(text.getBytes(UTF_8));
    }

    static Document yaml(byte[] bytes) throws IOException, UnreadableDocumentException {
        return Document.read(YAML, new ByteArrayInputStream(bytes), SMALL);
    }

    static Document json(String text) throws IOException, UnreadableDocumentException {
        return Document.read(JSON, new ByteArrayInputStream(text.getBytes(UTF_8)), SMALL);
    }

    /** Why a YAML text is refused: {@code line:column message}. */
    static String refusal(String text) {
        return refusal(YAML, text.getBytes(UTF_8));
    }

    static String refusal(byte[] bytes) {
        return refusal(YAML, bytes);
    }

    static String refusalOfJson(String text) {
        return refusal(JSON, text.getBytes(UTF_8));
    }

    private static String refusal(TreePath path, byte[] bytes) {
        UnreadableDocumentException refused = catchThrowableOfType(
                UnreadableDocumentException.class, () -> Document.read(path, new ByteArrayInputStream(bytes), SMALL));
        return refused.location().line() + ":" + refused.location().column() + " " + refused.getMessage();
    }

    /** Where a value begins: {@code line:column}. */
    static String place(Document document, String pointer) {
        Location place = document.at(JsonPointer.compile(pointer));
        return place.line() + ":" + place.column();
    }

    /** Where the key of a value begins: {@code line:column}. */
    static String placeOfKey(Document document, String pointer) {
        Location place = document.keyOf(JsonPointer.compile(pointer));
        return place.line() + ":" + place.column();
    }
}
