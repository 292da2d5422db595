package io.github.amlmaven.document;

import io.github.amlmaven.tree.TreePath;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The members of a mapping while it is made. What a merge brought may be overridden; but two keys that are one in Python ({@code 1} and
 * {@code on}), or two in Python and one in JSON ({@code 1} and {@code "1"}), are refused, since one of the values would be lost.
 */
final class Members {
    private final TreePath path;
    private final Map<String, Node.Member> byName = new LinkedHashMap<>();
    /** The keys that are no text, by what they are to Python. */
    private final Map<Object, Named> others = new HashMap<>();

    private record Named(String name, Node.Member member) {}

    Members(TreePath path) {
        this.path = path;
    }

    Map<String, Node.Member> byName() {
        return byName;
    }

    void put(String name, Node key, Node value) throws UnreadableDocumentException {
        Node.Member member = new Node.Member(key.type(), key.line(), key.column(), value);
        if (key.type() != YamlType.STR) {
            Named first = others.putIfAbsent(pythonKey(name, key), new Named(name, member));
            if (first != null && !first.name().equals(name)) {
                String same = ", to Python the same as " + YamlScalar.quoted(first.name()) + ",";
                throw duplicate(YamlScalar.quoted(name) + same, member, first.member());
            }
        }
        Node.Member overridden = byName.put(name, member);
        if (overridden != null && overridden.keyType() != key.type()) {
            throw duplicate(YamlScalar.quoted(name), member, overridden);
        }
    }

    private UnreadableDocumentException duplicate(String key, Node.Member second, Node.Member first) {
        return UnreadableDocumentException.duplicateKey(
                new Location(path, second.line(), second.column()), key, first.line(), first.column());
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
