package io.github.amlmaven.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalInt;
import java.util.TreeSet;

/** The lines of a script by what stands on them, so that many texts that never end cost no more than one. */
final class ShellLines {
    private final String source;
    private final Map<String, NavigableSet<Integer>> starts = new HashMap<>();

    ShellLines(String source) {
        this.source = source;
    }

    /** Where the first line begins, from an index on, that has a word and nothing else but white space; nothing when there is none. */
    OptionalInt find(String word, int from) {
        if (starts.isEmpty()) {
            read();
        }
        NavigableSet<Integer> lines = starts.get(word);
        Integer found = lines == null ? null : lines.ceiling(from);
        return found == null ? OptionalInt.empty() : OptionalInt.of(found);
    }

    private void read() {
        int start = 0;
        while (start <= source.length()) {
            int newline = source.indexOf('\n', start);
            int end = newline < 0 ? source.length() : newline;
            starts.computeIfAbsent(source.substring(start, end).strip(), line -> new TreeSet<>())
                    .add(start);
            start = end + 1;
        }
    }
}
