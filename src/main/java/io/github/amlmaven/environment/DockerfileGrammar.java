package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits a Dockerfile into instructions, after the <a href="https://docs.docker.com/reference/dockerfile/">Dockerfile reference</a>: parser
 * directives, continuation lines with comments between them, flags, heredocs.
 */
final class DockerfileGrammar {
    private static final Pattern DIRECTIVE = Pattern.compile("#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.+?)\\s*");
    private static final Set<String> DIRECTIVES = Set.of("syntax", "escape", "check");
    private static final Set<String> WITH_HEREDOCS = Set.of("RUN", "COPY", "ADD");
    private static final Pattern KEYWORD = Pattern.compile("\\s*([^\\s]+)\\s*");
    private static final Pattern HEREDOC = Pattern.compile("\\d*<<(?!<)(?<chomp>-?)");

    private final SourceText source;
    private final List<DockerInstruction> instructions = new ArrayList<>();
    private Optional<Token> syntax = Optional.empty();
    private char escape = '\\';
    private int position;

    /**
     * A Dockerfile, taken apart.
     *
     * @param syntax the value of the {@code syntax} directive
     * @param escape the character that continues a line
     * @param instructions every instruction
     */
    record Parsed(Optional<Token> syntax, char escape, List<DockerInstruction> instructions) {}

    private DockerfileGrammar(SourceText source) {
        this.source = source;
    }

    static Parsed read(SourceText source) throws MisplacedException {
        DockerfileGrammar grammar = new DockerfileGrammar(source);
        grammar.position = source.text().startsWith("\uFEFF") ? 1 : 0;
        grammar.directives();
        while (grammar.position < source.text().length()) {
            grammar.instruction();
        }
        return new Parsed(grammar.syntax, grammar.escape, grammar.instructions);
    }

    /** An instruction that Docker refuses, and where it stands. */
    static final class MisplacedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Token found;
        private final String reason;

        private MisplacedException(Token found, String reason) {
            super(reason);
            this.found = found;
            this.reason = reason;
        }

        Token found() {
            return found;
        }

        String reason() {
            return reason;
        }
    }

    private void directives() throws MisplacedException {
        Set<String> seen = new HashSet<>();
        while (position < source.text().length()) {
            int end = lineEnd();
            Matcher directive = DIRECTIVE.matcher(source.text()).region(indented(position, end), end);
            if (!directive.matches() || !DIRECTIVES.contains(directive.group(1).toLowerCase(Locale.ROOT))) {
                return;
            }
            String name = directive.group(1).toLowerCase(Locale.ROOT);
            Token value = new Token(directive.group(2), source.at(directive.start(2)));
            if (!seen.add(name)) {
                throw new MisplacedException(value, "The directive " + name + " stands twice");
            }
            if (name.equals("syntax")) {
                syntax = Optional.of(value);
            } else if (name.equals("escape")) {
                if (!value.text().equals("\\") && !value.text().equals("`")) {
                    throw new MisplacedException(value, "Only \\ and ` can be the escape character");
                }
                escape = value.text().charAt(0);
            }
            position = nextLine(end);
        }
    }

    private void instruction() throws MisplacedException {
        JoinedText line = new JoinedText(source);
        boolean continued = true;
        boolean first = true;
        while (continued && position < source.text().length()) {
            int end = lineEnd();
            int start = first ? indented(position, end) : position;
            position = nextLine(end);
            int text = indented(start, end);
            boolean blank = text == end;
            if (blank || source.text().charAt(text) == '#') {
                // Comments and empty lines inside an instruction do not end it.
                continued = !first;
                continue;
            }
            int mark = continuation(start, end);
            continued = mark >= 0;
            line.append(start, continued ? mark : end);
            first = false;
        }
        if (!line.text().isBlank()) {
            add(line);
        }
    }

    /** Where the escape character stands that continues the line; -1 when none does. */
    private int continuation(int start, int end) {
        int last = end;
        while (last > start
                && (source.text().charAt(last - 1) == ' ' || source.text().charAt(last - 1) == '\t')) {
            last--;
        }
        boolean escaped = last > start + 1 && source.text().charAt(last - 2) == escape;
        return last > start && source.text().charAt(last - 1) == escape && !escaped ? last - 1 : -1;
    }

    private void add(JoinedText line) throws MisplacedException {
        int start = 0;
        String keyword = "ONBUILD";
        while (keyword.equals("ONBUILD")) {
            Matcher matcher =
                    KEYWORD.matcher(line.text()).region(start, line.text().length());
            if (!matcher.lookingAt()) {
                throw new MisplacedException(line.token(0, line.text().length()), "An instruction is missing");
            }
            keyword = matcher.group(1).toUpperCase(Locale.ROOT);
            start = matcher.end();
        }
        List<DockerInstruction.Flag> flags = new ArrayList<>();
        start = flags(line, start, flags);
        List<JoinedText> heredocs = WITH_HEREDOCS.contains(keyword) ? heredocs(line, start) : List.of();
        instructions.add(new DockerInstruction(keyword, flags, line, start, heredocs));
    }

    private static int flags(JoinedText line, int start, List<DockerInstruction.Flag> flags) {
        String text = line.text();
        int i = start;
        while (text.startsWith("--", i)) {
            int end = i;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            String word = text.substring(i, end);
            int equals = word.indexOf('=');
            if (equals > 0) {
                flags.add(new DockerInstruction.Flag(word.substring(0, equals), line.token(i + equals + 1, end)));
            }
            i = indented(text, end, text.length());
        }
        return i;
    }

    /** Its words are found as BuildKit finds them: what stands in quotes is none, and nothing is when a quotation mark is not closed. */
    private List<JoinedText> heredocs(JoinedText line, int start) throws MisplacedException {
        String text = line.text();
        List<ShellWords.Word> words;
        try {
            words = ShellWords.split(text, start, text.length());
        } catch (GrammarException e) {
            return List.of();
        }
        List<JoinedText> heredocs = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            ShellWords.Word word = words.get(i);
            Matcher opening = HEREDOC.matcher(text).region(word.start(), word.end());
            if (opening.lookingAt()) {
                Token found = line.token(word.start(), word.end());
                boolean chomp = !opening.group("chomp").isEmpty();
                String name = word.text().substring(opening.end() - opening.start());
                if (name.isEmpty() && i + 1 < words.size()) {
                    i++;
                    name = words.get(i).text();
                }
                if (!name.isEmpty()) {
                    heredocs.add(heredoc(name, chomp, found));
                }
            }
        }
        return heredocs;
    }

    private JoinedText heredoc(String name, boolean chomp, Token opening) throws MisplacedException {
        JoinedText content = new JoinedText(source);
        while (position < source.text().length()) {
            int end = lineEnd();
            int start = position;
            position = nextLine(end);
            int first = start;
            while (chomp && first < end && source.text().charAt(first) == '\t') {
                first++;
            }
            if (source.text().substring(first, end).equals(name)) {
                return content;
            }
            content.append(start, position);
        }
        throw new MisplacedException(opening, "The heredoc has no end");
    }

    private int lineEnd() {
        int newline = source.text().indexOf('\n', position);
        int end = newline < 0 ? source.text().length() : newline;
        while (end > position && source.text().charAt(end - 1) == '\r') {
            end--;
        }
        return end;
    }

    private int nextLine(int end) {
        int newline = source.text().indexOf('\n', end);
        return newline < 0 ? source.text().length() : newline + 1;
    }

    private int indented(int start, int end) {
        return indented(source.text(), start, end);
    }

    private static int indented(String text, int start, int end) {
        int i = start;
        while (i < end && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
