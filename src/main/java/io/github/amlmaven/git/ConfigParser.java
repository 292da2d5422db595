package io.github.amlmaven.git;

import java.util.Locale;

/**
 * Reads git's configuration syntax. JGit's own reader knows no {@code includeIf}, and takes the relative paths of an included file as relative
 * to the file that includes it; a wrong value here would be a wrong verdict.
 */
final class ConfigParser {

    /** Takes the values in the order of the file. */
    interface Sink {
        /**
         * One value.
         *
         * @param key {@code section.name} or {@code section.subsection.name}, section and name in lower case
         * @param value the value; {@code true} when only the name is written
         */
        void take(String key, String value) throws ConfigSyntaxException;
    }

    private static final int END = -1;

    private final String text;
    private final Sink sink;
    private int at;
    private int line = 1;

    private ConfigParser(String text, Sink sink) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.sink = sink;
    }

    static void parse(String text, Sink sink) throws ConfigSyntaxException {
        new ConfigParser(text, sink).run();
    }

    private void run() throws ConfigSyntaxException {
        String section = "";
        for (int c = next(); c != END; c = next()) {
            if (c == '#' || c == ';') {
                skipLine();
            } else if (c == '[') {
                section = section();
            } else if (!Character.isWhitespace(c)) {
                at--;
                String name = name();
                if (name.isEmpty()) {
                    throw wrong();
                }
                sink.take(section.isEmpty() ? name : section + "." + name, valueAfterName());
            }
        }
    }

    private String section() throws ConfigSyntaxException {
        StringBuilder name = new StringBuilder();
        int c = next();
        for (; isNameChar(c) || c == '.'; c = next()) {
            name.appendCodePoint(Character.toLowerCase(c));
        }
        boolean spaced = false;
        for (; c == ' ' || c == '\t'; c = next()) {
            spaced = true;
        }
        if (c == '"' && spaced) {
            name.append('.').append(subsection());
            c = next();
        }
        if (c != ']' || name.isEmpty()) {
            throw wrong();
        }
        return name.toString();
    }

    private String subsection() throws ConfigSyntaxException {
        StringBuilder name = new StringBuilder();
        for (int c = next(); c != '"'; c = next()) {
            if (c == '\\') {
                c = next();
            }
            if (c == END || c == '\n') {
                throw wrong();
            }
            name.append((char) c);
        }
        return name.toString();
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameChar(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameChar(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private String valueAfterName() throws ConfigSyntaxException {
        int c = next();
        while (c == ' ' || c == '\t') {
            c = next();
        }
        if (c == '=') {
            return value();
        }
        if (c == '#' || c == ';') {
            skipLine();
        } else if (c != '\n' && c != END) {
            throw wrong();
        }
        return "true";
    }

    private String value() throws ConfigSyntaxException {
        StringBuilder value = new StringBuilder();
        int kept = 0;
        boolean quoted = false;
        while (true) {
            int c = next();
            if (c == '\n' || c == END) {
                if (quoted) {
                    throw wrong();
                }
                value.setLength(kept);
                return value.toString();
            } else if (!quoted && (c == '#' || c == ';')) {
                skipLine();
                value.setLength(kept);
                return value.toString();
            } else if (!quoted && Character.isWhitespace(c)) {
                if (!value.isEmpty()) {
                    value.append((char) c);
                }
            } else if (c == '"') {
                quoted = !quoted;
                kept = value.length();
            } else if (c == '\\') {
                escape(value);
                kept = value.length();
            } else {
                value.append((char) c);
                kept = value.length();
            }
        }
    }

    private void escape(StringBuilder value) throws ConfigSyntaxException {
        int c = next();
        switch (c) {
            case '\n' -> {}
            case 't' -> value.append('\t');
            case 'b' -> value.append('\b');
            case 'n' -> value.append('\n');
            case '\\', '"' -> value.append((char) c);
            default -> throw wrong();
        }
    }

    private void skipLine() {
        int c = next();
        while (c != '\n' && c != END) {
            c = next();
        }
    }

    private int next() {
        if (at >= text.length()) {
            at++;
            return END;
        }
        char c = text.charAt(at++);
        if (c == '\r' && at < text.length() && text.charAt(at) == '\n') {
            c = text.charAt(at++);
        }
        if (c == '\n') {
            line++;
        }
        return c;
    }

    private ConfigSyntaxException wrong() {
        return new ConfigSyntaxException(line);
    }
}
