package io.github.amlmaven.document;

import io.github.amlmaven.tree.TreePath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a mapping while it is made. What a merge brought may be overridden; but two keys that are one in Python ({@code 1} and
 * {@code on}), or two in Python and one in JSON ({@code 1} and {@code "1"}), are refused, since one of the values would be lost.
 */
final class Members {
    private final TreePath path;
    private final Map<String, Node.Member> byName = new LinkedHashMap<>();
    /** The keys that are no text, by what they are to Python. */
    private final Map<Object, Named> others = new HashMap<>();

    private record Named(String name, Node.Key key) {}

    Members(TreePath path) {
        this.path = path;
    }

    Map<String, Node.Member> byName() {
        return byName;
    }

    void put(String name, Node key, Node value) throws UnreadableDocumentException {
        Node.Key place = new Node.Key(key.type(), key.line(), key.column());
        if (key.type() != YamlType.STR) {
            Named first = others.putIfAbsent(pythonKey(name, key), new Named(name, place));
            if (first != null && !first.name().equals(name)) {
                String same = ", to Python the same as " + YamlScalar.quoted(first.name()) + ",";
                throw duplicate(YamlScalar.quoted(name) + same, place, first.key());
            }
        }
        Node.Member overridden = byName.put(name, new Node.Member(Optional.of(place), value));
        if (overridden != null && overridden.key().orElseThrow().type() != key.type()) {
            throw duplicate(YamlScalar.quoted(name), place, overridden.key().orElseThrow());
        }
    }

    private UnreadableDocumentException duplicate(String key, Node.Key place, Node.Key first) {
        return UnreadableDocumentException.duplicateKey(
                new Location(path, place.line(), place.column()), key, first.line(), first.column());
    }

    /** Equal for keys that are equal in Python. */
    private static Object pythonKey(String name, Node key) {
        return switch (key.type()) {
            case NULL -> YamlType.NULL;
            case BOOL -> key.json().booleanValue() ? BigDecimal.ONE : BigDecimal.ZERO;
            case INT -> new BigDecimal(key.json().asText()).stripTrailingZeros();
            case FLOAT -> YamlNumber.isSpecial(name) ? name : binary(key.json().doubleValue());
            default -> name;
        };
    }

    private static Object binary(double value) {
        return Double.isInfinite(value) ? (Object) value : new BigDecimal(value).stripTrailingZeros();
    }
}
