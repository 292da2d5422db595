package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a <a href="https://pip.pypa.io/en/stable/topics/configuration/#configuration-files">file of pip's configuration</a> as Python's {@code
 * RawConfigParser} does: sections, names and values, and values that go on in lines that stand further to the right. What the sections for
 * all commands and for {@code pip install} say becomes lines of a requirements file.
 */
final class PipConfiguration {
    private static final Set<String> SECTIONS = Set.of("global", "install");
    private static final Pattern SECTION = Pattern.compile("\\[(.+)].*");
    private static final Pattern OPTION = Pattern.compile("([^=:]*[^=:\\s])\\s*[=:]\\s*(.*)", Pattern.DOTALL);

    private final SourceText source;
    private final List<PipLine> lines = new ArrayList<>();
    private boolean counts;

    /** How far the name stands to the right whose value may go on; -1 when none can. */
    private int indent = -1;

    private String name = "";

    private PipConfiguration(SourceText source) {
        this.source = source;
    }

    /** What it says to {@code pip install}, each value at its place. */
    static List<PipLine> read(SourceText source) {
        PipConfiguration configuration = new PipConfiguration(source);
        String text = source.text();
        int start = 0;
        while (start < text.length()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            configuration.line(start, end);
            start = end + 1;
        }
        return configuration.lines;
    }

    private void line(int start, int end) {
        String line = source.text().substring(start, end).stripTrailing();
        String content = line.strip();
        if (content.isEmpty() || content.startsWith("#") || content.startsWith(";")) {
            return;
        }
        int at = line.length() - content.length();
        Token written = new Token(UrlSecrets.hide(content), source.at(start + at));
        if (indent >= 0 && at > indent) {
            value(written, written);
            return;
        }
        Matcher section = SECTION.matcher(content);
        if (section.matches()) {
            counts = SECTIONS.contains(section.group(1));
            indent = -1;
            return;
        }
        Matcher option = OPTION.matcher(content);
        if (option.matches()) {
            indent = at;
            name = option.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
            name = name.startsWith("--") ? name : "--" + name;
            value(new Token(UrlSecrets.hide(option.group(2)), source.at(start + at + option.start(2))), written);
        }
    }

    private void value(Token value, Token written) {
        if (counts && !name.equals(PipVariables.CONFIG_FILE)) {
            lines.addAll(PipVariables.option(name, value, written));
        }
    }
}
