package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a <a href="https://pip.pypa.io/en/stable/reference/requirements-file-format/">requirements file</a> as pip does: lines
 * are joined, then comments go, then what stands before the first option is the requirement. Includes are not followed here.
 */
final class PipGrammar {
    /** Where Python's {@code str.splitlines} ends a line. */
    private static final Pattern LINE_END = Pattern.compile("\r\n|[\n\r\u000b\f\u001c\u001d\u001e\u0085\u2028\u2029]");

    /** The longest requirement that exists has a few hundred characters; some patterns here take the square of it. */
    private static final int MAX_REQUIREMENT = 10_000;

    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#");
    private static final Pattern COMMENT_LINE = Pattern.compile("\\s*#");
    private static final Pattern OPTION = Pattern.compile("(?:^| )(?=-)");
    private static final Pattern URL =
            Pattern.compile("(?:(?:git|hg|bzr|svn)(?:\\+[a-z]+)?|https?|file|ftp):.*", Pattern.DOTALL);
    private static final Pattern ARCHIVE = Pattern.compile(
            ".*\\.(?:zip|whl|tar\\.gz|tgz|tar|tar\\.bz2|tbz|tar\\.xz|txz|tlz|tar\\.lz|tar\\.lzma)\\s*(?:\\[[^]]*])?",
            Pattern.DOTALL);
    /** What pip replaces by an environment variable. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Z0-9_]+}");

    /** The digests that pip takes; it leaves the length to the comparison. */
    private static final Pattern HASH = Pattern.compile("(?:sha256|sha384|sha512):.*", Pattern.DOTALL);

    private static final Pattern USER = Pattern.compile("(?<=://)[^/?#\\s]*@");

    private final SourceText source;
    private final List<PipLine> lines = new ArrayList<>();

    private PipGrammar(SourceText source) {
        this.source = source;
    }

    /** Every logical line that says something. */
    static List<PipLine> read(SourceText source) {
        PipGrammar grammar = new PipGrammar(source);
        grammar.joinLines();
        return grammar.lines;
    }

    private void joinLines() {
        String text = source.text();
        Matcher end = LINE_END.matcher(text);
        JoinedText joined = new JoinedText(source);
        int start = 0;
        while (start < text.length()) {
            boolean ended = end.find();
            int stop = ended ? end.start() : text.length();
            boolean comment = COMMENT_LINE.matcher(text).region(start, stop).lookingAt();
            if (!comment && stop > start && text.charAt(stop - 1) == '\\') {
                appendWithoutBackslashes(joined, start, stop);
            } else {
                if (!comment) {
                    joined.append(start, stop);
                }
                readLine(joined);
                joined = new JoinedText(source);
            }
            start = ended ? end.end() : text.length();
        }
        readLine(joined);
    }

    /** Takes the backslashes off both ends, as pip does. */
    private void appendWithoutBackslashes(JoinedText joined, int start, int stop) {
        int from = start;
        int to = stop;
        while (to > from && source.text().charAt(to - 1) == '\\') {
            to--;
        }
        while (from < to && source.text().charAt(from) == '\\') {
            from++;
        }
        joined.append(from, to);
    }

    private void readLine(JoinedText line) {
        String text = line.text();
        Matcher comment = COMMENT.matcher(text);
        int end = comment.find() ? comment.start() : text.length();
        int start = 0;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            return;
        }
        Matcher option = OPTION.matcher(text).region(start, end);
        int options = option.find() ? option.end() : end;
        try {
            List<Option> parsed = options(line, options, end);
            if (options == start) {
                parsed.forEach(this::addOption);
            } else {
                addRequirement(line, start, options, parsed);
            }
        } catch (GrammarException e) {
            lines.add(new PipLine.Malformed(line.token(start, end), e.reason()));
        }
    }

    /** An option and its value. */
    private record Option(PipOption option, Token written, Optional<Token> value) {}

    private static List<Option> options(JoinedText line, int start, int end) throws GrammarException {
        List<Option> options = new ArrayList<>();
        List<ShellWords.Word> words = ShellWords.split(line.text(), start, end);
        for (int i = 0; i < words.size(); i++) {
            ShellWords.Word word = words.get(i);
            if (word.text().equals("--")) {
                break;
            }
            if (word.text().length() < 2 || !word.text().startsWith("-")) {
                continue;
            }
            boolean isLong = word.text().startsWith("--");
            int split = isLong ? word.text().indexOf('=') : word.text().length() > 2 ? 2 : -1;
            String name = split < 0 ? word.text() : word.text().substring(0, split);
            PipOption option = isLong ? PipOption.byLongName(name) : PipOption.byShortName(name.charAt(1));
            if (!option.hasValue()) {
                if (split >= 0) {
                    throw new GrammarException("The option " + option.longName() + " takes no value");
                }
                options.add(new Option(option, line.token(word.start(), word.end()), Optional.empty()));
            } else if (split >= 0) {
                String value = word.text().substring(isLong ? split + 1 : split);
                options.add(new Option(
                        option,
                        line.token(word.start(), word.end()),
                        Optional.of(
                                new Token(UrlSecrets.hide(value), line.at(word.start() + split + (isLong ? 1 : 0))))));
            } else if (i + 1 < words.size()) {
                i++;
                ShellWords.Word value = words.get(i);
                options.add(new Option(
                        option,
                        line.token(word.start(), value.end()),
                        Optional.of(new Token(UrlSecrets.hide(value.text()), line.at(value.start())))));
            } else {
                throw new GrammarException("The option " + option.longName() + " needs a value");
            }
        }
        for (Option option : options) {
            boolean hash = option.option() == PipOption.HASH;
            if (hash
                    && option.value()
                            .filter(value -> HASH.matcher(value.text()).matches())
                            .isEmpty()) {
                throw new GrammarException("Expected --hash=sha256:<digest>, or sha384 or sha512");
            }
        }
        return options;
    }

    private void addOption(Option parsed) {
        lines.add(option(parsed.option(), parsed.written(), parsed.value()));
    }

    /** What an option is that stands by itself. */
    static PipLine option(PipOption option, Token written, Optional<Token> value) {
        Token source = value.orElse(written);
        return switch (option) {
            case REQUIREMENT -> new PipLine.Include(written, source, false, Optional.empty());
            case CONSTRAINT -> new PipLine.Include(written, source, true, Optional.empty());
            case EDITABLE -> new PipLine.Placed(written, source, true, List.of());
            default -> new PipLine.Setting(written, option.longName(), value);
        };
    }

    private void addRequirement(JoinedText line, int start, int end, List<Option> options) throws GrammarException {
        Token written = line.token(start, end);
        List<String> hashes = options.stream()
                .filter(option -> option.option() == PipOption.HASH)
                .flatMap(option -> option.value().stream())
                .map(Token::text)
                .toList();
        lines.add(requirement(written, hashes));
    }

    /** What one requirement is, which pip tells by its looks: a URL, then a path or an archive, then a name. */
    static PipLine requirement(Token written, List<String> hashes) throws GrammarException {
        String text = written.text();
        if (text.length() > MAX_REQUIREMENT) {
            throw new GrammarException("A requirement of " + text.length() + " characters is too long");
        }
        boolean url = URL.matcher(text).matches();
        int semicolon = text.indexOf(url ? "; " : ";");
        String subject = semicolon < 0 ? text : text.substring(0, semicolon).strip();
        String marker = semicolon < 0 ? "" : text.substring(semicolon + 1).strip();
        if (!marker.isEmpty()) {
            RequirementGrammar.marker(marker);
        }
        if (VARIABLE.matcher(USER.matcher(subject).replaceAll("")).find()) {
            return new PipLine.Variable(written);
        }
        if (url || isArchive(subject)) {
            return new PipLine.Placed(written, new Token(subject, written.location()), false, hashes);
        }
        Optional<Requirement> named = named(subject);
        if (named.isEmpty()) {
            return new PipLine.Placed(written, new Token(subject, written.location()), false, hashes);
        }
        Requirement requirement = named.get();
        return new PipLine.Named(
                written,
                new Requirement(
                        requirement.name(),
                        requirement.extras(),
                        requirement.specifiers(),
                        requirement.url(),
                        marker.isEmpty() ? Optional.empty() : Optional.of(marker)),
                hashes);
    }

    /** A requirement by its name; nothing when the text is a path. */
    private static Optional<Requirement> named(String text) throws GrammarException {
        try {
            return Optional.of(RequirementGrammar.requirement(text));
        } catch (GrammarException e) {
            if (looksLikePath(text)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean isArchive(String text) {
        int at = text.indexOf('@');
        boolean url = at >= 0 && !looksLikePath(text.substring(0, at));
        return !url && ARCHIVE.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean looksLikePath(String text) {
        return text.startsWith(".") || text.indexOf('/') >= 0;
    }
}
