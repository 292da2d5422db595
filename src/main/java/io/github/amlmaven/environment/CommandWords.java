package io.github.amlmaven.environment;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What stands between two separators of a script.
 *
 * @param before the keywords, assignments and programs that only start another, with their options
 * @param command the program that does something, and its arguments; empty when there is none
 */
record CommandWords(List<Token> before, List<Token> command) {
    private static final Set<String> PREFIXES = Set.of(
            "if", "fi", "done", "esac", "then", "else", "elif", "do", "while", "until", "!", "{", "}", "time", "exec",
            "command", "env", "sudo");

    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*\\+?=.*", Pattern.DOTALL);

    static CommandWords of(List<Token> words) {
        int first = 0;
        boolean options = false;
        while (first < words.size()) {
            String text = words.get(first).text();
            boolean prefix = PREFIXES.contains(text);
            if (!prefix && !isAssignment(text) && !(options && text.startsWith("-"))) {
                break;
            }
            options = options || prefix;
            first++;
        }
        return new CommandWords(words.subList(0, first), words.subList(first, words.size()));
    }

    /** The variables that are set for the command alone. */
    List<Token> assignments() {
        return before.stream().filter(word -> isAssignment(word.text())).toList();
    }

    private static boolean isAssignment(String word) {
        return ASSIGNMENT.matcher(word).matches();
    }
}
