package io.github.amlmaven.document;

import io.github.amlmaven.document.Composed.Pair;
import io.github.amlmaven.tree.TreePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/**
 * Makes a graph of YAML's events, as PyYAML's composer does. SnakeYAML's own composer is no help here: it counts nothing, lets an anchor
 * be defined twice and contain itself, and resolves tags in its own way.
 */
final class YamlComposer {
    private static final Pattern ANCHOR = Pattern.compile("[0-9A-Za-z_-]+");

    private final TreePath path;
    private final Limits limits;
    private final CodePointReader text;
    private final Parser parser;
    private final Tabs tabs;
    private final Map<String, Mark> declared = new HashMap<>();
    private final Map<String, Anchor> anchors = new HashMap<>();
    private final Set<Composed> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    private long nodes;
    private long characters;
    /** Where the last event ended, as an index of the text. */
    private int end;

    /** A node that has a name, and what it counts for each time that an alias repeats it. */
    private record Anchor(Composed node, long nodes, long characters) {}

    /**
     * A document.
     *
     * @param root its content; absent when there is none
     * @param shared the nodes that aliases repeat, compared by identity
     */
    record Composition(Optional<Composed> root, Set<Composed> shared) {}

    YamlComposer(TreePath path, CodePointReader text, Limits limits) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        this.path = path;
        this.limits = limits;
        this.text = text;
        this.parser = new ParserImpl(text, options);
        this.tabs = new Tabs(text);
    }

    Composition compose() throws UnreadableDocumentException {
        next();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            return new Composition(Optional.empty(), shared);
        }
        next();
        Composed root = node(next(), 0);
        next();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw unreadable(
                    parser.peekEvent().getStartMark(),
                    "a second document begins here: a definition is one document in one file");
        }
        OptionalInt tab = tabs.refused();
        if (tab.isPresent()) {
            throw unreadable(text.markAt(tab.getAsInt()), "a tab may not separate anything in YAML: use spaces");
        }
        return new Composition(Optional.of(root), shared);
    }

    private Event next() {
        Event event = parser.getEvent();
        end = event.getEndMark().getIndex();
        return event;
    }

    private Composed node(Event event, int depth) throws UnreadableDocumentException {
        if (event instanceof AliasEvent alias) {
            return repeat(alias, depth);
        }
        NodeEvent start = (NodeEvent) event;
        long nodesBefore = nodes;
        long charactersBefore = characters;
        count(1, 0, start.getStartMark());
        String anchor = start.getAnchor();
        if (anchor != null) {
            declare(anchor, start.getStartMark());
        }
        Composed node = start instanceof ScalarEvent scalar ? scalar(scalar) : collection(start, depth + 1);
        if (anchor != null) {
            anchors.put(anchor, new Anchor(node, nodes - nodesBefore, characters - charactersBefore));
        }
        return node;
    }

    private Composed.Scalar scalar(ScalarEvent event) throws UnreadableDocumentException {
        Mark mark = event.getStartMark();
        String value = event.getValue();
        count(0, value.length(), mark);
        tabs.note(event);
        return new Composed.Scalar(tag(event), value, line(mark), column(mark), lead(event));
    }

    /** On one line, a text that is as long as what is written, but for two quotes, is what is written: every escape is longer. */
    private static OptionalInt lead(ScalarEvent event) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        int quotes = event.isPlain() ? 0 : 2;
        int length = event.getValue().codePointCount(0, event.getValue().length());
        return start.getLine() == end.getLine() && end.getIndex() - start.getIndex() == length + quotes
                ? OptionalInt.of(quotes / 2)
                : OptionalInt.empty();
    }

    private static String tag(ScalarEvent event) {
        String tag = event.getTag();
        if (tag != null && !tag.equals("!")) {
            return tag;
        }
        boolean plain = event.getImplicit().canOmitTagInPlainScalar();
        return (plain ? YamlType.ofPlain(event.getValue()) : YamlType.STR).tag();
    }

    private Composed collection(NodeEvent start, int depth) throws UnreadableDocumentException {
        Mark mark = start.getStartMark();
        checkDepth(depth, mark);
        return start instanceof SequenceStartEvent sequence
                ? sequence(tag(sequence.getTag(), YamlType.SEQ), mark, depth)
                : mapping(tag(((MappingStartEvent) start).getTag(), YamlType.MAP), mark, depth);
    }

    private static String tag(String tag, YamlType otherwise) {
        return tag == null || tag.equals("!") ? otherwise.tag() : tag;
    }

    private Composed sequence(String tag, Mark mark, int depth) throws UnreadableDocumentException {
        List<Composed> items = new ArrayList<>();
        int height = 0;
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Composed item = node(next(), depth);
            height = Math.max(height, item.height());
            items.add(item);
        }
        next();
        return new Composed.Sequence(tag, items, line(mark), column(mark), height + 1);
    }

    private Composed mapping(String tag, Mark mark, int depth) throws UnreadableDocumentException {
        List<Pair> pairs = new ArrayList<>();
        int height = 0;
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Composed key = node(next(), depth);
            int endOfKey = end;
            Event begin = next();
            requireColon(endOfKey, begin);
            Composed value = node(begin, depth);
            height = Math.max(height, Math.max(key.height(), value.height()));
            pairs.add(new Pair(key, value));
        }
        next();
        return new Composed.Mapping(tag, pairs, line(mark), column(mark), height + 1);
    }

    /** SnakeYAML takes any scalar after an explicit key for its value. */
    private void requireColon(int endOfKey, Event value) throws UnreadableDocumentException {
        Mark start = value.getStartMark();
        boolean missing = start.getIndex() == value.getEndMark().getIndex();
        if (!missing && !text.has(':', endOfKey, start.getIndex())) {
            throw unreadable(start, "a ':' must stand between a key and its value");
        }
    }

    private void declare(String anchor, Mark mark) throws UnreadableDocumentException {
        if (!ANCHOR.matcher(anchor).matches()) {
            throw unreadable(
                    mark,
                    "the anchor " + YamlScalar.quoted("&" + anchor) + " may have letters, digits, '-' and '_' only");
        }
        Mark first = declared.putIfAbsent(anchor, mark);
        if (first != null) {
            throw unreadable(
                    mark,
                    "the anchor " + YamlScalar.quoted("&" + anchor) + " is there already, at line " + line(first)
                            + ", column " + column(first));
        }
    }

    private Composed repeat(AliasEvent alias, int depth) throws UnreadableDocumentException {
        Mark mark = alias.getStartMark();
        String name = alias.getAnchor();
        if (!declared.containsKey(name)) {
            throw unreadable(mark, "the alias " + YamlScalar.quoted("*" + name) + " has no anchor before it");
        }
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw unreadable(
                    mark,
                    "the alias " + YamlScalar.quoted("*" + name)
                            + " stands inside of what it repeats, so that it has no end");
        }
        checkDepth(depth + anchor.node().height(), mark);
        count(anchor.nodes(), anchor.characters(), mark);
        shared.add(anchor.node());
        return anchor.node();
    }

    private void checkDepth(int depth, Mark mark) throws UnreadableDocumentException {
        if (depth > limits.depth()) {
            throw unreadable(mark, "collections may be at most " + limits.depth() + " levels deep");
        }
    }

    private void count(long moreNodes, long moreCharacters, Mark mark) throws UnreadableDocumentException {
        nodes += moreNodes;
        characters += moreCharacters;
        if (nodes > limits.nodes()) {
            throw unreadable(
                    mark, "the document has more than " + limits.nodes() + " keys and values, aliases written out");
        }
        if (characters > limits.bytes()) {
            throw unreadable(mark, "the document has more than " + limits.bytes() + " characters, aliases written out");
        }
    }

    private UnreadableDocumentException unreadable(Mark mark, String message) {
        return new UnreadableDocumentException(new Location(path, line(mark), column(mark)), message);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static int column(Mark mark) {
        return mark.getColumn() + 1;
    }
}
