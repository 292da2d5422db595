package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The simple commands of a shell script, in their order: what stands between {@code &&}, {@code |}, {@code ;} and their kin, without
 * redirections, assignments and keywords. It follows the token rules of POSIX's shell command language as far as finding commands needs
 * them, and expands nothing.
 */
final class ShellScript {
    /** {@code sh -c "sh -c …"} is followed this far. */
    private static final int MAX_DEPTH = 4;

    /** Those of two characters. */
    private static final List<String> OPERATORS = List.of("||", "&&", "|&", "&>");

    private static final Pattern TO_FILE = Pattern.compile(">>?\\|?");
    private static final Pattern HEREDOC = Pattern.compile("<<-?[ \\t]*([A-Za-z_0-9\"'\\\\.!]+)");

    private final JoinedText text;
    private final String source;
    private final int end;
    private final int depth;
    private final int[] closing;
    private final ShellLines lines;
    private final ShellNesting nesting;
    private final List<ShellStep> commands = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private final List<String> heredocs = new ArrayList<>();
    private List<Token> words = new ArrayList<>();
    private int wordStart = -1;
    private boolean redirected;
    private boolean kept;
    private Optional<String> output = Optional.empty();
    private boolean piped;
    private Optional<ShellCommand> previous = Optional.empty();

    private ShellScript(
            JoinedText text, String source, int end, int depth, ShellLines lines, Subshell shell, int... closing) {
        this.text = text;
        this.source = source;
        this.end = end;
        this.depth = depth;
        this.lines = lines;
        this.nesting = new ShellNesting(shell);
        this.closing = closing;
    }

    static List<ShellStep> commands(JoinedText text, int start) {
        return commands(text, start, 0, new Subshell());
    }

    private static List<ShellStep> commands(JoinedText text, int start, int depth, Subshell shell) {
        String source = text.text();
        return new ShellScript(text, source, source.length(), depth, new ShellLines(source), shell, parentheses(source))
                .read(start);
    }

    /** Where each opening parenthesis closes, by its index; 0 where none opens or closes. */
    private static int[] parentheses(String source) {
        int[] closing = new int[source.length() + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < source.length(); i++) {
            if (source.charAt(i) == '(') {
                open.push(i);
            } else if (source.charAt(i) == ')' && !open.isEmpty()) {
                closing[open.pop()] = i;
            }
        }
        return closing;
    }

    private List<ShellStep> read(int start) {
        int i = start;
        while (i < end) {
            char c = source.charAt(i);
            if (c == '#' && wordStart < 0) {
                i = endOfLine(source, i);
            } else if (c == '\\') {
                i = escaped(i);
            } else if (c == '\'' || c == '"') {
                i = quoted(i);
            } else if ("$<>".indexOf(c) >= 0 && closing[i + 1] > 0) {
                i = substitution(i);
            } else if (c == '<' || c == '>') {
                i = redirection(i);
            } else if (";|&()`\n".indexOf(c) >= 0) {
                i = separator(i);
            } else if (Character.isWhitespace(c)) {
                endWord();
                i++;
            } else {
                append(i, c);
                i++;
            }
        }
        endCommand("\n");
        return commands;
    }

    private static int endOfLine(String source, int from) {
        int newline = source.indexOf('\n', from);
        return newline < 0 ? source.length() : newline;
    }

    private void append(int index, char c) {
        wordStart = wordStart < 0 ? index : wordStart;
        word.append(c);
    }

    private int escaped(int i) {
        boolean continuation = source.startsWith("\n", i + 1);
        if (!continuation && i + 1 < source.length()) {
            append(i, source.charAt(i + 1));
        }
        return i + 2;
    }

    private int quoted(int open) {
        char quote = source.charAt(open);
        wordStart = wordStart < 0 ? open : wordStart;
        int i = open + 1;
        while (i < source.length() && source.charAt(i) != quote) {
            if (quote == '"' && source.charAt(i) == '\\' && i + 1 < source.length()) {
                i++;
            }
            word.append(source.charAt(i));
            i++;
        }
        return i + 1;
    }

    /** {@code $(…)} and {@code <(…)} are a part of their word, and a script of their own. */
    private int substitution(int start) {
        int close = closing[start + 1];
        for (int i = start; i <= close; i++) {
            append(i, source.charAt(i));
        }
        if (depth < MAX_DEPTH) {
            commands.addAll(new ShellScript(text, source, close, depth + 1, lines, nesting.substitution(), closing)
                    .read(start + 2));
        }
        return close + 1;
    }

    /** A redirection ends the word before it, unless that is its number, and swallows the one behind it. */
    private int redirection(int start) {
        heredoc(start);
        // Of other channels than the first no download comes.
        boolean other = wordStart >= 0 && word.toString().matches("[02-9]|[0-9]{2,}");
        if (word.chars().allMatch(Character::isDigit)) {
            dropWord();
        }
        endWord();
        int i = start;
        while (i < source.length() && "<>&|".indexOf(source.charAt(i)) >= 0) {
            i++;
        }
        redirected = true;
        kept = TO_FILE.matcher(source.substring(start, i)).matches() && !other;
        return i;
    }

    private int separator(int start) {
        String operator = OPERATORS.stream()
                .filter(two -> source.startsWith(two, start))
                .findFirst()
                .orElseGet(() -> source.substring(start, start + 1));
        boolean pipe = isPipe(operator);
        endCommand(operator);
        piped = pipe;
        switch (operator) {
            case "(" -> nesting.open(operator);
            case ")" -> nesting.close(operator);
            case "`" -> nesting.backtick();
            default -> nesting.separator(operator);
        }
        if (operator.equals("\n") && !heredocs.isEmpty()) {
            return behindHeredocs(start + 1);
        }
        return start + (operator.equals("&>") ? 1 : operator.length());
    }

    private static boolean isPipe(String operator) {
        return operator.equals("|") || operator.equals("|&");
    }

    /** Takes note of a text that begins on the next line. */
    private void heredoc(int start) {
        Matcher delimiter = HEREDOC.matcher(source).region(start, end);
        if (delimiter.lookingAt()) {
            heredocs.add(delimiter.group(1).replaceAll("[\"'\\\\]", ""));
        }
    }

    /** What a program reads is no command, unless that program is a shell itself. A text that never ends is read as commands, too. */
    private int behindHeredocs(int start) {
        int i = start;
        boolean commands = previous.filter(ShellCommand::isShell).isPresent();
        for (String delimiter : heredocs) {
            int line = lines.find(delimiter, i).orElse(end);
            i = commands || line >= end ? i : Math.min(end, endOfLine(source, line) + 1);
        }
        heredocs.clear();
        return i;
    }

    private void endWord() {
        if (wordStart >= 0 && !redirected) {
            words.add(new Token(UrlSecrets.hide(word.toString()), text.at(wordStart)));
        } else if (wordStart >= 0 && kept) {
            output = Optional.of(word.toString());
        }
        redirected = redirected && wordStart < 0;
        dropWord();
    }

    private void dropWord() {
        word.setLength(0);
        wordStart = -1;
    }

    private void endCommand(String operator) {
        endWord();
        redirected = false;
        Optional<String> file = output;
        output = Optional.empty();
        CommandWords split = CommandWords.of(words);
        split.before().forEach(keyword -> nest(keyword.text()));
        words = new ArrayList<>();
        if (split.command().isEmpty()) {
            return;
        }
        ShellCommand finished = new ShellCommand(
                split.assignments(),
                split.command(),
                piped ? previous.map(ShellCommand::program) : Optional.empty(),
                file);
        previous = Optional.of(finished);
        String first = finished.words().get(0).text();
        if (ShellNesting.opens(first)) {
            nesting.open(first);
        }
        Subshell shell = nesting.command(isPipe(operator));
        commands.add(new ShellStep(finished, shell));
        Optional<Token> inner = depth < MAX_DEPTH ? finished.script() : Optional.empty();
        if (inner.isPresent()) {
            SourceText script =
                    SourceText.ofScalar(inner.get().location(), inner.get().text());
            JoinedText joined = new JoinedText(script);
            joined.append(0, script.text().length());
            commands.addAll(commands(joined, 0, depth + 1, new Subshell(shell, true)));
        }
    }

    private void nest(String keyword) {
        if (ShellNesting.closes(keyword)) {
            nesting.close(keyword);
        } else if (ShellNesting.opens(keyword)) {
            nesting.open(keyword);
        }
    }
}
