package io.github.amlmaven.document;

import java.util.List;
import java.util.OptionalInt;

/** A node of YAML's graph: tagged, but neither merged nor converted. An alias is the very node that it names. Line and column are from 1. */
sealed interface Composed {

    String tag();

    int line();

    int column();

    /** How many collections are inside one another here: none in a scalar. */
    int height();

    /** A text. Its lead is that of {@link Node.Scalar}. */
    record Scalar(String tag, String text, int line, int column, OptionalInt lead) implements Composed {
        @Override
        public int height() {
            return 0;
        }
    }

    /** A list. */
    record Sequence(String tag, List<Composed> items, int line, int column, int height) implements Composed {}

    /** Keys and values as written, {@code <<} among them. */
    record Mapping(String tag, List<Pair> pairs, int line, int column, int height) implements Composed {}

    /** A key and its value. */
    record Pair(Composed key, Composed value) {}
}
