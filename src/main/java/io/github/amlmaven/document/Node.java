package io.github.amlmaven.document;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A value with its type and its place; line and column are from 1. */
sealed interface Node {

    YamlType type();

    JsonNode json();

    int line();

    int column();

    /** What the first name of a pointer leads to, if that exists. */
    Optional<Node> child(JsonPointer pointer);

    /**
     * Anything but a collection.
     *
     * @param type the type
     * @param json the value
     * @param line where it begins
     * @param column where it begins
     * @param lead how many characters stand before its text, which then follows as it is; nothing when escapes or line ends are in it
     */
    record Scalar(YamlType type, JsonNode json, int line, int column, OptionalInt lead) implements Node {
        Scalar(YamlType type, JsonNode json, int line, int column) {
            this(type, json, line, column, OptionalInt.empty());
        }

        @Override
        public Optional<Node> child(JsonPointer pointer) {
            return Optional.empty();
        }
    }

    /** A list. */
    record Sequence(YamlType type, ArrayNode json, List<Node> items, int line, int column) implements Node {
        static Sequence of(YamlType type, List<Node> items, int line, int column) {
            ArrayNode json = new ArrayNode(JsonNodeFactory.instance, items.size());
            items.forEach(item -> json.add(item.json()));
            return new Sequence(type, json, items, line, column);
        }

        @Override
        public Optional<Node> child(JsonPointer pointer) {
            int index = pointer.getMatchingIndex();
            return index >= 0 && index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
    }

    /** Keys and values, in the order of the file. */
    record Mapping(YamlType type, ObjectNode json, Map<String, Member> members, int line, int column) implements Node {
        static Mapping of(YamlType type, Map<String, Member> members, int line, int column) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            members.forEach((name, member) -> json.set(name, member.value().json()));
            return new Mapping(type, json, members, line, column);
        }

        @Override
        public Optional<Node> child(JsonPointer pointer) {
            return member(pointer).map(Member::value);
        }

        Optional<Member> member(JsonPointer pointer) {
            return Optional.ofNullable(members.get(pointer.getMatchingProperty()));
        }
    }

    /** The type and place of a key, and its value. */
    record Member(YamlType keyType, int line, int column, Node value) {}
}
