package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads a pattern of Go's <a href="https://pkg.go.dev/path/filepath#Match">filepath.Match</a> part by part: {@code *}, {@code ?}, sets in
 * brackets, and a backslash that takes the next character as it is.
 */
final class GlobReader {
    private final int[] source;
    private int at;

    GlobReader(String pattern) {
        source = pattern.codePoints().toArray();
    }

    boolean hasNext() {
        return at < source.length;
    }

    /** Steps over a text of ASCII, if it is what comes next. */
    boolean skip(String text) {
        if (source.length - at < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (source[at + i] != text.charAt(i)) {
                return false;
            }
        }
        at += text.length();
        return true;
    }

    /**
     * Reads the next part.
     *
     * @return what a character has to be; nothing for a star
     * @throws GrammarException when it is malformed, which fails the build
     */
    Optional<IntPredicate> next() throws GrammarException {
        return switch (source[at]) {
            case '*' -> {
                at++;
                yield Optional.empty();
            }
            case '?' -> {
                at++;
                yield Optional.of(character -> character != '/');
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
        boolean negated = skip("^");
        List<Range> ranges = new ArrayList<>();
        do {
            int low = setCharacter();
            ranges.add(new Range(low, skip("-") ? setCharacter() : low));
        } while (hasNext() && source[at] != ']');
        if (!skip("]")) {
            throw new GrammarException("A set is not closed");
        }
        return character -> negated != ranges.stream().anyMatch(range -> range.has(character));
    }

    private record Range(int low, int high) {
        boolean has(int character) {
            return low <= character && character <= high;
        }
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
}
