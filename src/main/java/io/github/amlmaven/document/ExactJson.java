package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads JSON of our own making so that every number keeps its text. Jackson writes such a tree back as it was; read by Jackson alone, {@code
 * 1.10} becomes {@code 1.1}.
 */
public final class ExactJson {
    // Jackson's own bounds on names, numbers and texts are for those who convert them; whoever reads bounds the bytes.
    // Symbol tables would
    // let hostile names collide.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private ExactJson() {}

    /**
     * Reads one value.
     *
     * @param in JSON in UTF-8; not closed
     * @return the value
     * @throws JsonProcessingException when it is no JSON, has a key twice, or is more than a thousand levels deep
     * @throws IOException when the bytes cannot be read
     */
    public static JsonNode read(InputStream in) throws IOException {
        try (JsonParser parser = FACTORY.createParser(in)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw new JsonParseException(parser, "there is nothing to read");
            }
            JsonNode value = value(parser, first);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "something follows the end of the document");
            }
            return value;
        } catch (CharConversionException e) {
            // By its first bytes it is in another encoding, which JSON may be in, and then it is in none.
            throw new JsonParseException(null, "it is not UTF-8", e);
        }
    }

    static JsonParser parser(String text) throws IOException {
        return FACTORY.createParser(text);
    }

    private static JsonNode value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> scalar(parser, token);
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.set(name, value(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(value(parser, token));
        }
        return array;
    }

    /** The value that a parser stands at, which is no collection. */
    static JsonNode scalar(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> NullNode.instance;
            case VALUE_TRUE -> BooleanNode.TRUE;
            case VALUE_FALSE -> BooleanNode.FALSE;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new ExactNumber(parser.getText());
            default -> new TextNode(parser.getText());
        };
    }
}
