package io.github.amlmaven.environment;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strings of a <a href="https://toml.io/en/v1.0.0">TOML</a> file, each with the names that it stands behind. All else is passed over, so
 * that no more has to be known than where strings, comments, tables and names are. A file that is no TOML says whatever it says.
 */
final class TomlText {
    /** A string that is not closed is taken to the end of its line, so that no character is read twice. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<comment>#[^\n]*)|(?<key>[A-Za-z0-9_-]++|\"[^\"\\\\\n]*+\"|'[^'\n]*+')[ \\t]*+="
                    + "|(?<text>\"(?:[^\"\\\\\n]|\\\\.)*+\"?|'[^'\n]*+'?)"
                    + "|(?<table>^[ \\t]*+\\[{1,2}[ \\t]*+(?<name>[A-Za-z0-9_.-]++)[ \\t]*+]{1,2})"
                    + "|(?<yes>true)|(?<open>[\\[{])|(?<close>[]}])|[A-Za-z0-9_.+-]++",
            Pattern.MULTILINE);

    private final SourceText source;
    private final Reader reader;
    private String table = "";
    private String key = "";
    private String inner = "";
    private int depth;

    /** Takes what a file says. */
    interface Reader {
        /** A string. */
        void text(Place place, Token text);

        /** A {@code true}. */
        void yes(Place place);

        /** The end of a table, in the file or in braces, before the place changes. */
        void end(Place place);
    }

    /**
     * Where something stands.
     *
     * @param table the table of the file; an empty one before the first
     * @param key the name in the table
     * @param inner the name in the innermost braces; the same as the key outside of any
     * @param nested whether it is within brackets or braces
     */
    record Place(String table, String key, String inner, boolean nested) {}

    private TomlText(SourceText source, Reader reader) {
        this.source = source;
        this.reader = reader;
    }

    static void read(SourceText source, Reader reader) {
        TomlText text = new TomlText(source, reader);
        Matcher piece = PIECE.matcher(source.text());
        while (piece.find()) {
            text.piece(piece);
        }
        reader.end(text.place());
    }

    private Place place() {
        return new Place(table, key, inner, depth > 0);
    }

    private void piece(Matcher piece) {
        if (piece.group("key") != null) {
            inner = unquoted(piece.group("key"));
            key = depth == 0 ? inner : key;
        } else if (piece.group("text") != null) {
            String text = piece.group("text");
            if (text.length() > 1 && text.endsWith(text.substring(0, 1))) {
                reader.text(place(), new Token(UrlSecrets.hide(unquoted(text)), source.at(piece.start() + 1)));
            }
        } else if (piece.group("table") != null) {
            table(piece.group("name"));
        } else if (piece.group("yes") != null) {
            reader.yes(place());
        } else if (piece.group("open") != null) {
            depth++;
        } else if (piece.group("close") != null && depth > 0) {
            if (piece.group("close").equals("}")) {
                reader.end(place());
            }
            depth--;
        }
    }

    /** In brackets it is no table but a list, which ends where it begins. */
    private void table(String name) {
        if (depth == 0) {
            reader.end(place());
            table = name;
            key = "";
            inner = "";
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") || text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
    }
}
