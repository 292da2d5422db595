package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The arguments of {@code pip install} in a shell command, as lines of a requirements file would say them. */
final class PipCommand {
    private static final Pattern PIP = Pattern.compile("pip[0-9.]*");
    private static final Pattern PYTHON = Pattern.compile("python[0-9.]*");
    private static final Pattern USER = Pattern.compile("(?<=://)[^/?#\\s]*@");

    /** The options of {@code pip install} that take a value and say nothing about what is installed. */
    private static final Set<String> WITH_VALUE = Set.of(
            "-t",
            "--target",
            "--prefix",
            "--root",
            "--src",
            "--upgrade-strategy",
            "--platform",
            "--python-version",
            "--implementation",
            "--abi",
            "--progress-bar",
            "--cache-dir",
            "--timeout",
            "--default-timeout",
            "--retries",
            "--proxy",
            "--cert",
            "--client-cert",
            "--log",
            "--exists-action",
            "--report",
            "--root-user-action",
            "--use-deprecated",
            "--python",
            "--keyring-provider",
            "--group",
            "--build-constraint");

    private PipCommand() {}

    /** What a command installs with pip; nothing when it does not. */
    static List<PipLine> lines(ShellCommand command) {
        List<Token> words = command.words();
        int start = pip(command);
        if (start < 0 || start >= words.size() || !words.get(start).text().equals("install")) {
            return List.of();
        }
        List<PipLine> lines = new ArrayList<>();
        int i = start + 1;
        while (i < words.size()) {
            i = line(words, i, lines);
        }
        return lines;
    }

    /** The index of the word behind {@code pip}; -1 when the command is no pip. */
    private static int pip(ShellCommand command) {
        List<Token> words = command.words();
        String program = command.program();
        int first = 0;
        if (Set.of("conda", "mamba", "micromamba").contains(program)) {
            first = indexOf(words, PIP);
            return first < 0 || words.size() < 2 || !words.get(1).text().equals("run") ? -1 : first + 1;
        }
        if (PIP.matcher(program).matches()) {
            return 1;
        }
        boolean module = PYTHON.matcher(program).matches() && is(words, 1, "-m") && is(words, 2, "pip");
        if (module) {
            return 3;
        }
        return program.equals("uv") && is(words, 1, "pip") ? 2 : -1;
    }

    private static int indexOf(List<Token> words, Pattern pattern) {
        for (int i = 0; i < words.size(); i++) {
            if (pattern.matcher(words.get(i).text()).matches()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean is(List<Token> words, int index, String text) {
        return index < words.size() && words.get(index).text().equals(text);
    }

    /** Reads one argument, with its value, and answers where the next one is. */
    private static int line(List<Token> words, int index, List<PipLine> lines) {
        Token word = words.get(index);
        if (word.text().length() < 2 || !word.text().startsWith("-")) {
            lines.add(requirement(word));
            return index + 1;
        }
        int equals = word.text().startsWith("--") ? word.text().indexOf('=') : -1;
        boolean attached =
                equals < 0 && !word.text().startsWith("--") && word.text().length() > 2;
        String name = equals > 0
                ? word.text().substring(0, equals)
                : attached ? word.text().substring(0, 2) : word.text();
        Optional<PipOption> option = option(name);
        if (option.isEmpty() || !option.get().hasValue()) {
            option.ifPresent(flag -> lines.add(new PipLine.Setting(word, flag.longName(), Optional.empty())));
            return index + (WITH_VALUE.contains(name) && equals < 0 && !attached ? 2 : 1);
        }
        if (equals > 0 || attached) {
            Token value = new Token(word.text().substring(equals > 0 ? equals + 1 : 2), word.location());
            lines.add(PipGrammar.option(option.get(), word, Optional.of(value)));
            return index + 1;
        }
        if (index + 1 < words.size()) {
            Token value = words.get(index + 1);
            lines.add(PipGrammar.option(
                    option.get(), new Token(word.text() + " " + value.text(), word.location()), Optional.of(value)));
        }
        return index + 2;
    }

    private static Optional<PipOption> option(String name) {
        try {
            return Optional.of(
                    name.startsWith("--") ? PipOption.byLongName(name) : PipOption.byShortName(name.charAt(1)));
        } catch (GrammarException e) {
            // The command has many more options than the file.
            return Optional.empty();
        }
    }

    private static PipLine requirement(Token word) {
        if (USER.matcher(word.text()).replaceAll("").indexOf('$') >= 0) {
            return new PipLine.Variable(word);
        }
        try {
            return PipGrammar.requirement(word, List.of());
        } catch (GrammarException e) {
            return new PipLine.Malformed(word, e.reason());
        }
    }
}
