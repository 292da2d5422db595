package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The arguments of {@code pip install} in a shell command, as lines of a requirements file would say them. */
final class PipCommand {
    private static final Pattern PIP = Pattern.compile("pip[0-9.]*");
    private static final Pattern PYTHON = Pattern.compile("python[0-9.]*");
    private static final Pattern USER = Pattern.compile("(?<=://)[^/?#\\s]*@");

    /** What {@code pip config} calls an option that {@code pip install} takes. */
    private static final Pattern KEY = Pattern.compile("(?:global|install)\\.(?:--)?([A-Za-z0-9_-]+)");

    /** How uv says that pre-releases are allowed. */
    private static final Pattern UV_PRE = Pattern.compile("--prerelease=allow");

    private final List<Token> words;
    private final InstallOptions options;
    private final boolean files;
    private final List<PipLine> lines = new ArrayList<>();

    /** Reads the words of one command; whether those that are no option are files of requirements. */
    private PipCommand(List<Token> words, InstallOptions options, boolean files) {
        this.words = words;
        this.options = options;
        this.files = files;
    }

    /** What a command installs with pip; nothing when it does not. */
    static List<PipLine> lines(ShellCommand command) {
        int start = pip(command);
        if (start < 0 || start >= command.words().size()) {
            return List.of();
        }
        boolean uv = command.program().equals("uv");
        String verb = command.words().get(start).text();
        boolean sync = uv && verb.equals("sync");
        if (!verb.equals("install") && !sync) {
            return List.of();
        }
        PipCommand arguments = new PipCommand(command.words(), uv ? InstallOptions.UV : InstallOptions.PIP, sync);
        int i = start + 1;
        while (i < command.words().size()) {
            i = arguments.line(i);
        }
        return arguments.lines;
    }

    /** What {@code pip config set} says to every later run; nothing when a command is none. */
    static List<PipLine> configured(ShellCommand command) {
        List<Token> words = command.words();
        int start = pip(command);
        if (start < 0 || command.program().equals("uv") || !is(words, start, "config")) {
            return List.of();
        }
        List<Token> plain = words.stream()
                .skip(start + 1L)
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        if (plain.size() != 3 || !plain.get(0).text().equals("set")) {
            return List.of();
        }
        Matcher key = KEY.matcher(plain.get(1).text());
        Token value = plain.get(2);
        Token written = new Token(plain.get(1) + " " + value, plain.get(1).location());
        return key.matches()
                ? PipVariables.option("--" + key.group(1).replace('_', '-').toLowerCase(Locale.ROOT), value, written)
                : List.of();
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
    private int line(int index) {
        Token word = words.get(index);
        if (word.text().length() < 2 || !word.text().startsWith("-")) {
            lines.add(files ? PipGrammar.option(PipOption.REQUIREMENT, word, Optional.of(word)) : requirement(word));
            return index + 1;
        }
        int equals = word.text().startsWith("--") ? word.text().indexOf('=') : -1;
        boolean attached =
                equals < 0 && !word.text().startsWith("--") && word.text().length() > 2;
        String name = equals > 0
                ? word.text().substring(0, equals)
                : attached ? word.text().substring(0, 2) : word.text();
        boolean next = equals < 0 && !attached;
        Optional<PipOption> option = options.named(name);
        if (option.isEmpty() || !option.get().hasValue()) {
            option.ifPresent(flag -> lines.add(new PipLine.Setting(word, flag.longName(), Optional.empty())));
            boolean value = next && options.takesValue(name);
            prerelease(value && index + 1 < words.size() ? joined(word, words.get(index + 1), "=") : word);
            return index + (value ? 2 : 1);
        }
        if (!next) {
            Token value = new Token(word.text().substring(equals > 0 ? equals + 1 : 2), word.location());
            lines.add(PipGrammar.option(option.get(), word, Optional.of(value)));
            return index + 1;
        }
        if (index + 1 < words.size()) {
            Token value = words.get(index + 1);
            lines.add(PipGrammar.option(option.get(), joined(word, value, " "), Optional.of(value)));
        }
        return index + 2;
    }

    private static Token joined(Token option, Token value, String between) {
        return new Token(option.text() + between + value.text(), option.location());
    }

    private void prerelease(Token written) {
        if (options == InstallOptions.UV && UV_PRE.matcher(written.text()).matches()) {
            lines.add(new PipLine.Setting(written, PipOption.PRE.longName(), Optional.empty()));
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
