package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from a <a href="https://docs.astral.sh/uv/reference/settings/">{@code uv.toml}</a> what pip is told by its options: the strings that
 * stand behind a few names, at the top, in the table {@code pip} and in the tables {@code index}. All else is passed over, so that no more of
 * TOML has to be known than where its strings, comments, tables and names are.
 */
final class UvConfiguration {
    /** A string that is not closed is taken to the end of its line, so that no character is read twice. */
    private static final Pattern PIECE = Pattern.compile(
            "(?<comment>#[^\n]*)|(?<text>\"(?:[^\"\\\\\n]|\\\\.)*+\"?|'[^'\n]*+'?)"
                    + "|(?<table>^[ \\t]*\\[{1,2}[ \\t]*(?<name>[A-Za-z0-9_.-]+)[ \\t]*]{1,2})"
                    + "|(?<key>[A-Za-z0-9_-]++)[ \\t]*=|(?<yes>true)|(?<open>[\\[{])|(?<close>[]}])|[A-Za-z0-9_.+-]++",
            Pattern.MULTILINE);

    private static final Map<String, PipOption> OPTIONS = Map.of(
            "index-url", PipOption.INDEX_URL,
            "extra-index-url", PipOption.EXTRA_INDEX_URL,
            "find-links", PipOption.FIND_LINKS,
            "prerelease", PipOption.PRE);

    private static final String INDEX = "index";

    private final SourceText source;
    private final List<PipLine> lines = new ArrayList<>();
    private String table = "";
    private String key = "";

    /** The name in the innermost braces; that of the line, outside of any. */
    private String inner = "";

    private int depth;

    /** The address of the index whose table is being read. */
    private Optional<Token> index = Optional.empty();

    /** Whether that index replaces the first one, or serves only what asks for it by its name. */
    private boolean apart;

    private UvConfiguration(SourceText source) {
        this.source = source;
    }

    /** What it says to {@code uv pip install}, each value at its place. */
    static List<PipLine> read(SourceText source) {
        UvConfiguration configuration = new UvConfiguration(source);
        Matcher piece = PIECE.matcher(source.text());
        while (piece.find()) {
            configuration.piece(piece);
        }
        configuration.endIndex();
        return configuration.lines;
    }

    private void piece(Matcher piece) {
        if (piece.group("text") != null) {
            String text = piece.group("text");
            if (text.length() > 1 && text.endsWith(text.substring(0, 1))) {
                value(new Token(UrlSecrets.hide(text.substring(1, text.length() - 1)), source.at(piece.start() + 1)));
            }
        } else if (piece.group("table") != null && depth == 0) {
            endIndex();
            table = piece.group("name");
        } else if (piece.group("key") != null) {
            inner = piece.group("key");
            key = depth == 0 ? inner : key;
        } else if (piece.group("yes") != null) {
            apart |= inIndex() && (inner.equals("default") || inner.equals("explicit"));
        } else if (piece.group("open") != null || piece.group("table") != null) {
            depth++;
        } else if (piece.group("close") != null && depth > 0) {
            depth--;
            if (piece.group("close").equals("}")) {
                endIndex();
            }
        }
    }

    private boolean inIndex() {
        return table.equals(INDEX) || (depth > 0 && key.equals(INDEX) && table.isEmpty());
    }

    private void value(Token text) {
        if (inIndex()) {
            index = inner.equals("url") ? Optional.of(text) : index;
            return;
        }
        PipOption option = table.isEmpty() || table.equals("pip") ? OPTIONS.get(key) : null;
        if (option == null || (option == PipOption.PRE && !text.text().equals("allow"))) {
            return;
        }
        lines.add(PipGrammar.option(option, text, option.hasValue() ? Optional.of(text) : Optional.empty()));
    }

    private void endIndex() {
        if (!apart) {
            index.ifPresent(url -> lines.add(PipGrammar.option(PipOption.EXTRA_INDEX_URL, url, Optional.of(url))));
        }
        index = Optional.empty();
        apart = false;
    }
}
