package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;

/** Splits a text into words as a POSIX shell does: quotes group, a backslash escapes, nothing is expanded. */
final class ShellWords {

    /**
     * A word.
     *
     * @param text the word without its quotes
     * @param start where it begins in the text
     * @param end where it ends in the text
     */
    record Word(String text, int start, int end) {}

    private ShellWords() {}

    /** The words between two indexes of a text. */
    static List<Word> split(String text, int from, int to) throws GrammarException {
        List<Word> words = new ArrayList<>();
        int i = from;
        while (i < to) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            StringBuilder word = new StringBuilder();
            int start = i;
            while (i < to && !Character.isWhitespace(text.charAt(i))) {
                char c = text.charAt(i);
                if (c == '\'' || c == '"') {
                    i = quoted(text, i, to, word);
                } else if (c == '\\') {
                    if (i + 1 == to) {
                        throw new GrammarException("Nothing follows the backslash at the end");
                    }
                    word.append(text.charAt(i + 1));
                    i += 2;
                } else {
                    word.append(c);
                    i++;
                }
            }
            words.add(new Word(word.toString(), start, i));
        }
        return words;
    }

    private static int quoted(String text, int open, int to, StringBuilder word) throws GrammarException {
        char quote = text.charAt(open);
        int i = open + 1;
        while (i < to && text.charAt(i) != quote) {
            if (quote == '"' && text.charAt(i) == '\\' && i + 1 < to && "\"\\".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
            }
            word.append(text.charAt(i));
            i++;
        }
        if (i >= to) {
            throw new GrammarException("A quotation mark is not closed");
        }
        return i + 1;
    }
}
