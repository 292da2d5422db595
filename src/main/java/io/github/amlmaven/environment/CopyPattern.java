package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A name with wildcards in a Dockerfile's {@code COPY}, as Go's <a href="https://pkg.go.dev/path/filepath#Match">filepath.Match</a> reads it
 * (<a href="https://docs.docker.com/reference/dockerfile/#copy">COPY</a>): {@code *}, {@code ?}, sets in brackets, and a backslash that takes
 * the next character as it is. A match takes time in the product of both lengths at most.
 */
final class CopyPattern {
    private final int[] source;
    private int at;

    /** What each character has to be; nothing stands for a star. */
    private final List<Optional<IntPredicate>> parts = new ArrayList<>();

    private CopyPattern(String text) {
        source = text.codePoints().toArray();
    }

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
        CopyPattern pattern = new CopyPattern(text);
        while (pattern.at < pattern.source.length) {
            pattern.parts.add(pattern.part());
        }
        return pattern;
    }

    private Optional<IntPredicate> part() throws GrammarException {
        return switch (source[at]) {
            case '*' -> {
                at++;
                yield Optional.empty();
            }
            case '?' -> {
                at++;
                yield Optional.of(character -> true);
            }
            case '[' -> {
                at++;
                yield Optional.of(set());
            }
            default -> {
                int literal = character();
                yield Optional.of(character -> character == literal);
            }
        };
    }

    private IntPredicate set() throws GrammarException {
        boolean negated = at < source.length && source[at] == '^';
        at += negated ? 1 : 0;
        IntPredicate set = member();
        while (at < source.length && source[at] != ']') {
            set = set.or(member());
        }
        if (at++ == source.length) {
            throw new GrammarException("A set is not closed");
        }
        return negated ? set.negate() : set;
    }

    private IntPredicate member() throws GrammarException {
        int low = setCharacter();
        if (at == source.length || source[at] != '-') {
            return character -> character == low;
        }
        at++;
        int high = setCharacter();
        return character -> low <= character && character <= high;
    }

    private int setCharacter() throws GrammarException {
        if (at == source.length || source[at] == '-' || source[at] == ']') {
            throw new GrammarException("A set lacks a character");
        }
        return character();
    }

    private int character() throws GrammarException {
        if (source[at] == '\\' && ++at == source.length) {
            throw new GrammarException("Nothing follows the backslash");
        }
        return source[at++];
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
