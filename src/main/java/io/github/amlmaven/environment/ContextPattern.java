package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/**
 * A pattern of a <a href="https://docs.docker.com/build/concepts/context/#dockerignore-files">{@code .dockerignore}</a>: one of Go's
 * filepath.Match, in which <code>**</code> stands for any number of folders, and what follows the last <code>**</code> for anything. All that a
 * match may be waiting for is held at once, so that it takes time in the product of both lengths at most.
 */
final class ContextPattern {
    private enum Kind {
        /** One character. */
        ONE,
        /** Any number of characters of one name. */
        STAR,
        /** Any number of whole folders, or none. */
        FOLDERS,
        /** Any number of characters. */
        REST
    }

    private record Part(Kind kind, IntPredicate character) {}

    private static final Pattern SUFFIX = Pattern.compile("\\*\\*[^/*?\\[\\]\\\\][^*?\\[\\]\\\\]*+");

    private final List<Part> parts = new ArrayList<>();

    private ContextPattern() {}

    /**
     * Reads a pattern.
     *
     * @param text the pattern without the {@code !} before it
     * @throws GrammarException when it is malformed, which fails the build
     */
    static ContextPattern of(String text) throws GrammarException {
        ContextPattern pattern = new ContextPattern();
        String cleaned = clean(text).strip();
        GlobReader reader = new GlobReader(cleaned);
        if (SUFFIX.matcher(cleaned).matches() && reader.skip("**")) {
            // Docker takes this for the end of a path, though in front of a slash or a wildcard it would be folders.
            pattern.parts.add(new Part(Kind.REST, ContextPattern::any));
        }
        while (reader.hasNext()) {
            Part part = part(reader);
            // Folders behind folders are no more than folders.
            if (part.kind() != Kind.FOLDERS || pattern.parts.isEmpty() || pattern.last() != Kind.FOLDERS) {
                pattern.parts.add(part);
            }
        }
        return pattern;
    }

    private static Part part(GlobReader reader) throws GrammarException {
        if (reader.skip("**")) {
            reader.skip("/");
            return new Part(reader.hasNext() ? Kind.FOLDERS : Kind.REST, ContextPattern::any);
        }
        return reader.next()
                .map(character -> new Part(Kind.ONE, character))
                .orElseGet(() -> new Part(Kind.STAR, character -> character != '/'));
    }

    private static boolean any(int character) {
        return true;
    }

    private Kind last() {
        return parts.get(parts.size() - 1).kind();
    }

    /** As Go's filepath.Clean has it: without empty names and {@code .}, and {@code ..} taken back; without a slash before and behind it. */
    private static String clean(String text) {
        Deque<String> names = new ArrayDeque<>();
        for (String name : text.split("/", -1)) {
            if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".") && !(name.equals("..") && text.startsWith("/"))) {
                names.addLast(name);
            }
        }
        return String.join("/", names);
    }

    /**
     * Whether it covers a path: the path itself matches, or a folder on the way to it.
     *
     * @param path names with slashes between them
     */
    boolean covers(String path) {
        Positions now = new Positions(parts.size() + 1);
        Positions next = new Positions(parts.size() + 1);
        enter(0, now);
        for (int i = 0; i < path.length() && now.count > 0; i += Character.charCount(path.codePointAt(i))) {
            int character = path.codePointAt(i);
            if (character == '/' && i > 0 && now.has(parts.size())) {
                return true;
            }
            next.clear();
            for (int at = 0; at < now.count; at++) {
                step(now.all[at], character, next);
            }
            Positions before = now;
            now = next;
            next = before;
        }
        return now.has(parts.size()) && !parts.isEmpty();
    }

    private void step(int position, int character, Positions next) {
        if (position == parts.size() || !parts.get(position).character().test(character)) {
            return;
        }
        switch (parts.get(position).kind()) {
            case ONE -> enter(position + 1, next);
            case STAR, REST -> enter(position, next);
            case FOLDERS -> {
                // Within a name that a folder may have, nothing else can begin.
                next.add(position);
                if (character == '/') {
                    enter(position + 1, next);
                }
            }
        }
    }

    /** Comes to a part, and to those behind it that may as well take nothing. */
    private void enter(int position, Positions positions) {
        int at = position;
        boolean further = true;
        while (further) {
            boolean added = positions.add(at);
            Kind kind = at < parts.size() ? parts.get(at).kind() : Kind.ONE;
            // Folders may be held already from within one of their names, where what follows them is not.
            further = kind == Kind.FOLDERS || (added && kind != Kind.ONE);
            at++;
        }
    }

    /** Positions in the pattern, each once. */
    private static final class Positions {
        private final int[] all;
        private final boolean[] held;
        private int count;

        Positions(int size) {
            all = new int[size];
            held = new boolean[size];
        }

        boolean has(int position) {
            return held[position];
        }

        boolean add(int position) {
            if (held[position]) {
                return false;
            }
            held[position] = true;
            all[count++] = position;
            return true;
        }

        void clear() {
            while (count > 0) {
                held[all[--count]] = false;
            }
        }
    }
}
