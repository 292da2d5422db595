package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The environment file that a shell command gives to conda. */
final class CondaCommand {
    private static final Set<String> PROGRAMS = Set.of("conda", "mamba", "micromamba");

    private CondaCommand() {}

    /** The path of the YAML behind {@code conda env create -f} and its kin; nothing for any other command. */
    static Optional<String> file(ShellCommand command) {
        return argument(command).map(Token::text).filter(CondaCommand::isYaml);
    }

    /** The path of the list of packages behind {@code conda create --file}; nothing for any other command. */
    static Optional<Token> list(ShellCommand command) {
        return argument(command).filter(path -> !isYaml(path.text()));
    }

    private static Optional<Token> argument(ShellCommand command) {
        if (!PROGRAMS.contains(command.program())) {
            return Optional.empty();
        }
        List<Token> words = command.words();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i).text();
            if ((word.equals("-f") || word.equals("--file")) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            if (word.startsWith("--file=")) {
                return Optional.of(new Token(
                        word.substring("--file=".length()), words.get(i).location()));
            }
        }
        return Optional.empty();
    }

    private static boolean isYaml(String path) {
        return path.endsWith(".yml") || path.endsWith(".yaml");
    }
}
