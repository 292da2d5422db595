package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A name with wildcards in a Dockerfile's {@code COPY}, as Go's <a href="https://pkg.go.dev/path/filepath#Match">filepath.Match</a> reads it
 * (<a href="https://docs.docker.com/reference/dockerfile/#copy">COPY</a>). A match takes time in the product of both lengths at most.
 */
final class CopyPattern {
    /** What each character has to be; nothing stands for a star. */
    private final List<Optional<IntPredicate>> parts = new ArrayList<>();

    private CopyPattern() {}

    /** Whether a text has a wildcard in it at all. */
    static boolean isIn(String text) {
        return text.chars().anyMatch(character -> character == '*' || character == '?' || character == '[');
    }

    /**
     * Reads a pattern.
     *
     * @throws GrammarException when it is malformed, which fails the build
     */
    static CopyPattern of(String text) throws GrammarException {
        GlobReader reader = new GlobReader(text);
        CopyPattern pattern = new CopyPattern();
        while (reader.hasNext()) {
            pattern.parts.add(reader.next());
        }
        return pattern;
    }

    /** Whether a whole name matches: only the last star ever has to take more, since what came before it has matched. */
    boolean matches(String name) {
        int[] text = name.codePoints().toArray();
        int part = 0;
        int next = 0;
        int star = -1;
        int taken = 0;
        while (next < text.length) {
            if (part < parts.size() && parts.get(part).isEmpty()) {
                star = part++;
                taken = next;
            } else if (part < parts.size() && parts.get(part).orElseThrow().test(text[next])) {
                part++;
                next++;
            } else if (star >= 0) {
                part = star + 1;
                next = ++taken;
            } else {
                return false;
            }
        }
        return parts.subList(part, parts.size()).stream().allMatch(Optional::isEmpty);
    }
}
