package io.github.amlmaven.code;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One line of an ignore file. The Azure ML client 1.35.2 carries a copy of pathspec's {@code GitWildMatchPattern} of 2022, whose meaning this
 * has: a path is matched as a whole, so that a pattern of a folder covers all that is below it, and matching never asks whether a path is a
 * folder.
 */
final class IgnorePattern {
    private static final String ANY_DEPTH = "**";
    /** What becomes of {@code /} + {@code **} + {@code /}, which pathspec translates so that it matches nothing. */
    private static final List<String> NEVER = List.of(ANY_DEPTH, ANY_DEPTH);

    private final boolean excludes;
    /** Each takes one name of the path, but an absent one, which takes any number; whatever follows the last one matches, too. */
    private final List<Optional<NameGlob>> globs;

    private IgnorePattern(boolean excludes, List<Optional<NameGlob>> globs) {
        this.excludes = excludes;
        this.globs = globs;
    }

    /** Leaves out whatever has a name, or is below what has it. */
    static IgnorePattern anywhere(String name) {
        return new IgnorePattern(true, List.of(Optional.empty(), Optional.of(NameGlob.literal(name))));
    }

    /**
     * Reads a line.
     *
     * @param line a line without its end
     * @return the pattern; nothing for a comment, an empty line or what matches nothing
     * @throws IgnorePatternException when the client would fail
     */
    static Optional<IgnorePattern> of(String line) throws IgnorePatternException {
        String text = strip(line);
        if (text.isEmpty() || text.startsWith("#") || text.equals("/")) {
            return Optional.empty();
        }
        boolean negated = text.startsWith("!");
        List<String> names = names(negated ? text.substring(1) : text);
        if (names.isEmpty()) {
            throw new IgnorePatternException("'" + text + "' is no pattern");
        }
        if (names.equals(NEVER)) {
            return Optional.empty();
        }
        List<Optional<NameGlob>> globs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            boolean last = i == names.size() - 1;
            if (!names.get(i).equals(ANY_DEPTH)) {
                globs.add(Optional.of(NameGlob.of(names.get(i))));
            } else {
                globs.add(last ? Optional.of(NameGlob.any()) : Optional.empty());
            }
        }
        return Optional.of(new IgnorePattern(!negated, globs));
    }

    /** The pattern's names, anchored: what may be anywhere begins with any depth, and what is below a folder ends with it. */
    private static List<String> names(String pattern) {
        List<String> names = new ArrayList<>(Arrays.asList(pattern.split("/", -1)));
        for (int i = names.size() - 1; i > 0; i--) {
            if (names.get(i).equals(ANY_DEPTH) && names.get(i - 1).equals(ANY_DEPTH)) {
                names.remove(i);
            }
        }
        boolean single = names.size() == 1 || (names.size() == 2 && names.get(1).isEmpty());
        if (names.get(0).isEmpty()) {
            names.remove(0);
        } else if (single && !names.get(0).equals(ANY_DEPTH)) {
            names.add(0, ANY_DEPTH);
        } else if (single && names.size() == 2) {
            return List.of("*", ANY_DEPTH);
        }
        if (names.size() > 1 && names.get(names.size() - 1).isEmpty()) {
            names.set(names.size() - 1, ANY_DEPTH);
        }
        return names;
    }

    /** As Python's {@code str.strip} does, which knows more white space than Java does. */
    private static String strip(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** Whether a path that matches is left out, not taken in again. */
    boolean excludes() {
        return excludes;
    }

    boolean matches(List<String> path) {
        int glob = 0;
        int anyDepth = -1;
        int retry = 0;
        int i = 0;
        while (glob < globs.size()) {
            Optional<NameGlob> next = globs.get(glob);
            if (next.isEmpty()) {
                anyDepth = glob++;
                retry = i;
            } else if (i < path.size() && next.get().matches(path.get(i))) {
                glob++;
                i++;
            } else if (anyDepth >= 0 && retry < path.size()) {
                glob = anyDepth + 1;
                i = ++retry;
            } else {
                return false;
            }
        }
        return true;
    }
}
