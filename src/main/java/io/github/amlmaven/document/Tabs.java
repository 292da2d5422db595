package io.github.amlmaven.document;

import java.util.BitSet;
import java.util.OptionalInt;
import org.yaml.snakeyaml.events.ScalarEvent;

/**
 * Finds the tabs that PyYAML refuses: all but those in comments and in quoted or block scalars. SnakeYAML takes them for spaces in flow
 * collections, and for text in plain scalars.
 */
final class Tabs {
    private final CodePointReader text;
    private final boolean any;
    private final BitSet plain = new BitSet();
    private final BitSet allowed = new BitSet();

    Tabs(CodePointReader text) {
        this.text = text;
        this.any = text.has('\t', 0, text.length());
    }

    void note(ScalarEvent scalar) {
        if (any) {
            int start = scalar.getStartMark().getIndex();
            int end = scalar.getEndMark().getIndex();
            (scalar.isPlain() ? plain : allowed).set(start, end);
        }
    }

    /** The index of the first tab that is not allowed, once every scalar is noted. */
    OptionalInt refused() {
        boolean comment = false;
        for (int i = 0; any && i < text.length(); i++) {
            int c = text.at(i);
            if (c == '\n' || c == '\r') {
                comment = false;
            } else if (c == '#' && beginsComment(i)) {
                comment = true;
            } else if (c == '\t' && !comment && !allowed.get(i)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** A plain scalar may be tagged, and a comment may stand between the two. */
    private boolean beginsComment(int index) {
        return !allowed.get(index) && (!plain.get(index) || " \t\n\r".indexOf(text.at(index - 1)) >= 0);
    }
}
