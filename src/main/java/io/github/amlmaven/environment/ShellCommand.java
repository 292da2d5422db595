package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;

/**
 * A command that a Dockerfile runs.
 *
 * @param words the program and its arguments, without quotes; nothing is expanded
 * @param pipedFrom the program whose output it reads, when it stands behind a {@code |}
 */
public record ShellCommand(List<Token> words, Optional<String> pipedFrom) {

    /** Takes its own copy of the list, which has a program at least. */
    public ShellCommand {
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has a program");
        }
    }

    /**
     * The program's name.
     *
     * @return the last name of its path: {@code pip} for {@code /opt/conda/bin/pip}
     */
    public String program() {
        String path = words.get(0).text();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
