package io.github.amlmaven.document;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.document.Composed.Pair;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Converts and merges a graph as PyYAML's {@code SafeConstructor} does ({@code yaml/constructor.py}), without dropping anything. */
final class YamlConstructor {
    private final TreePath path;
    private final Set<Composed> shared;
    private final IdentityHashMap<Composed, Node> constructed = new IdentityHashMap<>();

    YamlConstructor(TreePath path, Set<Composed> shared) {
        this.path = path;
        this.shared = shared;
    }

    Node construct(Composed composed) throws UnreadableDocumentException {
        if (!shared.contains(composed)) {
            return make(composed);
        }
        Node known = constructed.get(composed);
        if (known == null) {
            known = make(composed);
            constructed.put(composed, known);
        }
        return known;
    }

    private Node make(Composed composed) throws UnreadableDocumentException {
        YamlType type = YamlType.ofTag(composed.tag())
                .orElseThrow(() -> unreadable(
                        composed,
                        "the tag " + YamlScalar.quoted(composed.tag()) + " is unknown to Azure ML: remove it"));
        return switch (type) {
            case MERGE, VALUE ->
                throw unreadable(
                        composed,
                        YamlScalar.quoted(text(composed)) + " has a meaning as a key only: quote it where it is text");
            case SEQ -> sequence(type, composed);
            case OMAP, PAIRS -> pairs(type, composed);
            case MAP, SET -> mapping(type, composed);
            default -> scalar(type, composed);
        };
    }

    private Node.Scalar scalar(YamlType type, Composed composed) throws UnreadableDocumentException {
        String text = text(composed);
        JsonNode json = YamlScalar.convert(type, text)
                .orElseThrow(() -> unreadable(composed, YamlScalar.quoted(text) + " is no valid " + type.tag()));
        OptionalInt lead = composed instanceof Composed.Scalar scalar ? scalar.lead() : OptionalInt.empty();
        return new Node.Scalar(type, json, composed.line(), composed.column(), lead);
    }

    /** The text of a scalar; a mapping stands for its key {@code =} if it has one. */
    private String text(Composed composed) throws UnreadableDocumentException {
        if (composed instanceof Composed.Mapping mapping) {
            for (Pair pair : mapping.pairs()) {
                if (pair.key().tag().equals(YamlType.VALUE.tag())) {
                    return text(pair.value());
                }
            }
        }
        if (composed instanceof Composed.Scalar scalar) {
            if (YamlScalar.hasLoneSurrogate(scalar.text())) {
                throw unreadable(scalar, "half a surrogate pair is no character");
            }
            return scalar.text();
        }
        throw unreadable(
                composed,
                "the tag " + YamlScalar.quoted(composed.tag()) + " is for a scalar, and this is a collection");
    }

    private Node.Sequence sequence(YamlType type, Composed composed) throws UnreadableDocumentException {
        List<Node> items = new ArrayList<>();
        for (Composed item : requireSequence(composed).items()) {
            items.add(construct(item));
        }
        return Node.Sequence.of(type, items, composed.line(), composed.column());
    }

    /** Neither merges nor looks for duplicate keys: that each pair stands for itself is what these types are for. */
    private Node.Sequence pairs(YamlType type, Composed composed) throws UnreadableDocumentException {
        List<Node> items = new ArrayList<>();
        for (Composed item : requireSequence(composed).items()) {
            if (!(item instanceof Composed.Mapping mapping) || mapping.pairs().size() != 1) {
                throw unreadable(
                        item, "each item of " + YamlScalar.quoted(composed.tag()) + " is a mapping with one key");
            }
            Members member = new Members(path);
            put(member, mapping.pairs().get(0));
            items.add(Node.Mapping.of(YamlType.MAP, member.byName(), item.line(), item.column()));
        }
        return Node.Sequence.of(type, items, composed.line(), composed.column());
    }

    private Node.Mapping mapping(YamlType type, Composed composed) throws UnreadableDocumentException {
        if (!(composed instanceof Composed.Mapping mapping)) {
            throw unreadable(
                    composed, "the tag " + YamlScalar.quoted(composed.tag()) + " is for a mapping, and this is none");
        }
        Members members = new Members(path);
        for (Pair pair : flatten(mapping)) {
            put(members, pair);
        }
        return Node.Mapping.of(type, members.byName(), composed.line(), composed.column());
    }

    private void put(Members members, Pair pair) throws UnreadableDocumentException {
        if (!(pair.key() instanceof Composed.Scalar written)) {
            throw unreadable(pair.key(), "a collection cannot be a key, as {{name}} without quotes would be");
        }
        members.put(text(written), construct(written), construct(pair.value()));
    }

    /** The pairs of a mapping after what it merges; a later pair overrides an earlier one. */
    private List<Pair> flatten(Composed.Mapping mapping) throws UnreadableDocumentException {
        List<Pair> pairs = new ArrayList<>();
        List<Pair> own = new ArrayList<>();
        Map<String, Composed> seen = new HashMap<>();
        for (Pair pair : mapping.pairs()) {
            if (pair.key().tag().equals(YamlType.MERGE.tag())) {
                pairs.addAll(merged(pair.value()));
            } else if (pair.key() instanceof Composed.Scalar key) {
                Composed first = seen.putIfAbsent(key.text(), key);
                if (first != null) {
                    throw UnreadableDocumentException.duplicateKey(
                            place(key), YamlScalar.quoted(key.text()), first.line(), first.column());
                }
                own.add(new Pair(asText(key), pair.value()));
            } else {
                own.add(pair);
            }
        }
        pairs.addAll(own);
        return pairs;
    }

    /** Of a list of mappings the first one wins, so that it comes last. */
    private List<Pair> merged(Composed value) throws UnreadableDocumentException {
        if (value instanceof Composed.Mapping mapping) {
            return flatten(mapping);
        }
        if (!(value instanceof Composed.Sequence sequence)) {
            throw unreadable(value, "'<<' merges a mapping or a list of mappings, and this is neither");
        }
        List<Pair> pairs = new ArrayList<>();
        for (int i = sequence.items().size() - 1; i >= 0; i--) {
            Composed item = sequence.items().get(i);
            if (!(item instanceof Composed.Mapping mapping)) {
                throw unreadable(item, "'<<' merges a list of mappings, and this is none");
            }
            pairs.addAll(flatten(mapping));
        }
        return pairs;
    }

    private static Composed.Scalar asText(Composed.Scalar key) {
        return key.tag().equals(YamlType.VALUE.tag())
                ? new Composed.Scalar(YamlType.STR.tag(), key.text(), key.line(), key.column(), key.lead())
                : key;
    }

    private Composed.Sequence requireSequence(Composed composed) throws UnreadableDocumentException {
        if (composed instanceof Composed.Sequence sequence) {
            return sequence;
        }
        throw unreadable(
                composed, "the tag " + YamlScalar.quoted(composed.tag()) + " is for a sequence, and this is none");
    }

    private UnreadableDocumentException unreadable(Composed composed, String message) {
        return new UnreadableDocumentException(place(composed), message);
    }

    private Location place(Composed composed) {
        return new Location(path, composed.line(), composed.column());
    }
}
