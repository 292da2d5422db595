package io.github.amlmaven.environment;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables that {@code FROM} may use, which are those that {@code ARG} sets before the first stage; or those of a stage. Azure ML passes no
 * build arguments, so a default is what will be.
 */
final class DockerVariables {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** References and defaults are short; this bounds how deep variables stand in one another and what they grow to. */
    private static final int MAX_LENGTH = 4096;

    private final Map<String, String> values = new HashMap<>();

    /** What a text comes to, or the variable that it cannot be known without. */
    record Expansion(String text, Optional<String> unknown) {}

    /** Takes the arguments of an {@code ARG}: {@code NAME}, {@code NAME=default} or several of them. */
    void declare(String arguments) {
        try {
            for (ShellWords.Word word : ShellWords.split(arguments, 0, arguments.length())) {
                int equals = word.text().indexOf('=');
                if (equals > 0) {
                    Expansion value = expand(word.text().substring(equals + 1));
                    if (value.unknown().isEmpty()) {
                        values.put(word.text().substring(0, equals), value.text());
                    }
                }
            }
        } catch (GrammarException e) {
            // Without a closing quotation mark nothing is declared, and whoever uses the variable is told that it is
            // unknown.
            return;
        }
    }

    /** Sets one; one that is not known, or not without another, is none. */
    void set(String name, Optional<String> value) {
        Optional<String> known = value.map(this::expand)
                .filter(expansion -> expansion.unknown().isEmpty())
                .map(Expansion::text);
        values.remove(name);
        known.ifPresent(text -> values.put(name, text));
    }

    /** What one is. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Replaces {@code $x}, <code>${x}</code>, <code>${x:-word}</code> and its kin. */
    Expansion expand(String text) {
        if (text.length() > MAX_LENGTH) {
            return new Expansion(text, Optional.of("a text of " + text.length() + " characters"));
        }
        StringBuilder result = new StringBuilder();
        int i = 0;
        while (i < text.length() && result.length() <= MAX_LENGTH) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                result.append(text.charAt(i + 1));
                i += 2;
            } else if (c == '$' && text.startsWith("{", i + 1)) {
                int close = closing(text, i + 1);
                if (close < 0) {
                    return new Expansion(text, Optional.of(text.substring(i)));
                }
                Expansion inner = braces(text.substring(i + 2, close));
                if (inner.unknown().isPresent()) {
                    return inner;
                }
                result.append(inner.text());
                i = close + 1;
            } else if (c == '$' && name(text, i + 1).isPresent()) {
                String name = name(text, i + 1).get();
                if (!values.containsKey(name)) {
                    return new Expansion(text, Optional.of(name));
                }
                result.append(values.get(name));
                i += 1 + name.length();
            } else {
                result.append(c == '"' || c == '\'' ? "" : String.valueOf(c));
                i++;
            }
        }
        return new Expansion(result.toString(), Optional.empty());
    }

    /** What stands between braces: a name, and perhaps what to do with it. */
    private Expansion braces(String inside) {
        Optional<String> name = name(inside, 0);
        if (name.isEmpty()) {
            return new Expansion(inside, Optional.of(inside));
        }
        String rest = inside.substring(name.get().length());
        boolean emptyIsUnset = rest.startsWith(":");
        String modifier = emptyIsUnset ? rest.substring(1) : rest;
        Optional<String> value = Optional.ofNullable(values.get(name.get()));
        boolean set = value.isPresent() && !(emptyIsUnset && value.get().isEmpty());
        if (modifier.startsWith("-")) {
            return set ? known(value.orElse("")) : expand(modifier.substring(1));
        }
        if (modifier.startsWith("+")) {
            return set ? expand(modifier.substring(1)) : known("");
        }
        boolean plain = modifier.isEmpty() && !emptyIsUnset;
        if (set && (plain || modifier.startsWith("?"))) {
            return known(value.orElse(""));
        }
        return new Expansion(inside, name);
    }

    private static Expansion known(String text) {
        return new Expansion(text, Optional.empty());
    }

    private static Optional<String> name(String text, int start) {
        Matcher matcher = NAME.matcher(text).region(start, text.length());
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (text.charAt(i) == '{') {
                depth++;
            } else if (text.charAt(i) == '}') {
                depth--;
                if (depth == 0) {
                    return i;
                }
            }
        }
        return -1;
    }
}
