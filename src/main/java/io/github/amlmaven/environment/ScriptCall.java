package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command that runs a script of the shell which is a file: {@code bash setup.sh}, {@code . setup.sh}, {@code ./setup.sh}. */
final class ScriptCall {
    private static final Set<String> SOURCE = Set.of("source", ".");

    private ScriptCall() {}

    /** Whether the script runs in the very shell that calls it, and can move that to another folder. */
    static boolean isSourced(ShellCommand command) {
        return SOURCE.contains(command.words().get(0).text());
    }

    /** The path of the script; nothing when the command runs none. */
    static Optional<String> path(ShellCommand command) {
        List<Token> words = command.words();
        String first = words.get(0).text();
        if (first.indexOf('/') >= 0 && first.endsWith(".sh")) {
            return Optional.of(first);
        }
        if (isSourced(command)) {
            return words.stream().skip(1).map(Token::text).findFirst();
        }
        if (!command.isShell()
                || words.stream().skip(1).anyMatch(word -> word.text().matches("-[a-zA-Z]*c"))) {
            return Optional.empty();
        }
        return words.stream()
                .skip(1)
                .map(Token::text)
                .filter(word -> !word.startsWith("-"))
                .findFirst();
    }
}
