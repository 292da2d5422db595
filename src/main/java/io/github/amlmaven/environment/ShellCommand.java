package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A command that a Dockerfile or a job runs.
 *
 * @param assignments the variables that are set for it alone, as {@code NAME=value}
 * @param words the program and its arguments, without quotes; nothing is expanded
 * @param pipedFrom the program whose output it reads, when it stands behind a {@code |}
 * @param output the file that its output goes to, when one stands behind a {@code >}
 */
public record ShellCommand(
        List<Token> assignments, List<Token> words, Optional<String> pipedFrom, Optional<String> output) {
    private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "zsh");

    /** Takes its own copies; there is a program at least. */
    public ShellCommand {
        assignments = List.copyOf(assignments);
        words = List.copyOf(words);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command has a program");
        }
    }

    /** All of it, in the order in which it is written. */
    List<Token> allWords() {
        return Stream.of(assignments, words).flatMap(List::stream).toList();
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

    /** Whether it runs what it reads or is given as shell commands. */
    boolean isShell() {
        return SHELLS.contains(program());
    }

    /** The script that a shell is given behind {@code -c}, alone or with other letters as in {@code -lc}. */
    Optional<Token> script() {
        for (int i = 1; isShell() && i + 1 < words.size(); i++) {
            String text = words.get(i).text();
            if (text.startsWith("-") && !text.startsWith("--") && text.endsWith("c")) {
                return Optional.of(words.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
