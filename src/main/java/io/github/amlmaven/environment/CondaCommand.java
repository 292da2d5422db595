package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment file that a shell command gives to conda. */
final class CondaCommand {
    private static final Set<String> PROGRAMS = Set.of("conda", "mamba", "micromamba");

    private CondaCommand() {}

    /** The path behind {@code conda env create -f} and its kin; nothing for any other command. */
    static Optional<String> file(ShellCommand command) {
        if (!PROGRAMS.contains(command.program())) {
            return Optional.empty();
        }
        List<Token> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            if ((word.equals("-f") || word.equals("--file")) && i + 1 < words.size()) {
                return yaml(words.get(i + 1).text());
            }
            if (word.startsWith("--file=")) {
                return yaml(word.substring("--file=".length()));
            }
        }
        return Optional.empty();
    }

    /** {@code conda create --file} takes lists of packages, too, which are no environment files. */
    private static Optional<String> yaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml") ? Optional.of(path) : Optional.empty();
    }
}
