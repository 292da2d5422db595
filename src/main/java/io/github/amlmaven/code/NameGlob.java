package io.github.amlmaven.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * One name of an ignore pattern: {@code *}, {@code ?}, {@code [a-z]}, {@code [!a-z]} and {@code \} as the pathspec library reads them. Matches
 * in time proportional to both lengths, whatever the pattern.
 */
final class NameGlob {
    /** Each takes one character; an absent one takes any number. */
    private final List<Optional<IntPredicate>> parts;

    private NameGlob(List<Optional<IntPredicate>> parts) {
        this.parts = parts;
    }

    /** Matches every name. */
    static NameGlob any() {
        return new NameGlob(List.of(Optional.empty()));
    }

    /** Matches one name, wildcards being characters like others. */
    static NameGlob literal(String name) {
        return new NameGlob(
                name.codePoints().mapToObj(c -> Optional.of(literal(c))).toList());
    }

    static NameGlob of(String glob) throws IgnorePatternException {
        int[] text = glob.codePoints().toArray();
        List<Optional<IntPredicate>> parts = new ArrayList<>();
        for (int i = 0; i < text.length; i++) {
            switch (text[i]) {
                case '*' -> parts.add(Optional.empty());
                case '?' -> parts.add(Optional.of(c -> c != '/'));
                case '\\' -> {
                    i++;
                    if (i == text.length) {
                        throw new IgnorePatternException("nothing follows the last backslash of '" + glob + "'");
                    }
                    parts.add(Optional.of(literal(text[i])));
                }
                case '[' -> {
                    int end = endOfSet(text, i);
                    if (end < 0) {
                        parts.add(Optional.of(literal('[')));
                    } else {
                        parts.add(Optional.of(set(text, i + 1, end, glob)));
                        i = end;
                    }
                }
                default -> parts.add(Optional.of(literal(text[i])));
            }
        }
        return new NameGlob(parts);
    }

    private static IntPredicate literal(int expected) {
        return c -> c == expected;
    }

    /** Where the bracket closes, or a negative number; one right at the beginning does not close. */
    private static int endOfSet(int[] text, int open) {
        int i = open + 1;
        if (i < text.length && text[i] == '!') {
            i++;
        }
        if (i < text.length && text[i] == ']') {
            i++;
        }
        while (i < text.length && text[i] != ']') {
            i++;
        }
        return i < text.length ? i : -1;
    }

    /** What is between the brackets; a backslash is a character here. */
    private static IntPredicate set(int[] text, int start, int end, String glob) throws IgnorePatternException {
        boolean negated = text[start] == '!';
        List<IntPredicate> members = new ArrayList<>();
        for (int i = negated ? start + 1 : start; i < end; i++) {
            int low = text[i];
            if (i + 2 < end && text[i + 1] == '-') {
                int high = text[i + 2];
                if (low > high) {
                    throw new IgnorePatternException("a range in '" + glob + "' runs backwards");
                }
                members.add(c -> c >= low && c <= high);
                i += 2;
            } else {
                members.add(literal(low));
            }
        }
        return c -> negated != members.stream().anyMatch(member -> member.test(c));
    }

    boolean matches(String name) {
        int part = 0;
        int star = -1;
        int retry = 0;
        int i = 0;
        while (i < name.length()) {
            int c = name.codePointAt(i);
            if (part < parts.size() && parts.get(part).isEmpty()) {
                star = part++;
                retry = i;
            } else if (part < parts.size() && parts.get(part).get().test(c)) {
                part++;
                i += Character.charCount(c);
            } else if (star >= 0) {
                part = star + 1;
                retry += Character.charCount(name.codePointAt(retry));
                i = retry;
            } else {
                return false;
            }
        }
        while (part < parts.size() && parts.get(part).isEmpty()) {
            part++;
        }
        return part == parts.size();
    }
}
