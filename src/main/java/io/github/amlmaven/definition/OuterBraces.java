package io.github.amlmaven.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The outermost level of what seems to be JSON. It is for text that no reader takes: comments are left out, as Visual Studio Code and others allow
 * them, and a text that nobody closes ends with its line.
 */
final class OuterBraces {
    /** Nothing but blanks and comments in front of a brace, which no other one follows as in a template. */
    private static final Pattern JSON = Pattern.compile("\\A(?:\\s++|//[^\\n]*+)*+\\{(?![{%#])");

    private final String text;
    private final StringBuilder outer = new StringBuilder();
    private int depth;

    private OuterBraces(String text) {
        this.text = text;
    }

    /**
     * Leaves out what stands in inner braces or brackets.
     *
     * @param text a text
     * @return what stands in the outer braces, with them, each field in a line of its own; nothing when the text does not begin with a brace
     */
    static Optional<String> of(String text) {
        return JSON.matcher(text).find() ? Optional.of(new OuterBraces(text).read()) : Optional.empty();
    }

    private String read() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = at + 1;
            if (text.startsWith("//", at)) {
                end = endOfLine(at);
            } else {
                end = c == '"' ? endOfString(at) : end;
                depth += c == '}' || c == ']' ? -1 : 0;
                if (depth <= 1) {
                    outer.append(c == ',' || (c == '{' && depth == 0) ? "\n" : "")
                            .append(text, at, end);
                }
                depth += c == '{' || c == '[' ? 1 : 0;
            }
            at = end;
        }
        return outer.toString();
    }

    private int endOfLine(int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    private int endOfString(int quote) {
        int end = quote + 1;
        while (end < text.length() && text.charAt(end) != '"' && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' ? 2 : 1;
        }
        return Math.min(end + 1, text.length());
    }
}
