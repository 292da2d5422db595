package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from <a href="https://docs.astral.sh/uv/reference/settings/">uv's settings</a> what pip is told by its options: the strings that stand
 * behind a few names, at the top, in the table {@code pip} and in the tables {@code index}. The constraints and overrides are those of which
 * the version is exact.
 */
final class UvConfiguration implements TomlText.Reader {
    private static final Map<String, PipOption> OPTIONS = Map.of(
            "index-url", PipOption.INDEX_URL,
            "extra-index-url", PipOption.EXTRA_INDEX_URL,
            "find-links", PipOption.FIND_LINKS,
            "prerelease", PipOption.PRE);

    private static final Set<String> LIMITS = Set.of("constraint-dependencies", "override-dependencies");

    private static final String INDEX = "index";
    private static final String PIP = "pip";

    /** The table that holds the settings; an empty one for the whole file. */
    private final String table;

    private final List<PipLine> lines = new ArrayList<>();

    /** The address of the index whose table is being read. */
    private Optional<Token> index = Optional.empty();

    /** Whether that index replaces the first one, or serves only what asks for it by its name. */
    private boolean apart;

    private UvConfiguration(String table) {
        this.table = table;
    }

    /** What a {@code uv.toml} says to {@code uv pip install}, each value at its place. */
    static List<PipLine> read(SourceText source) {
        return read(source, "");
    }

    /** The same of the table {@code tool.uv} of a {@code pyproject.toml}. */
    static List<PipLine> ofProject(SourceText source) {
        return read(source, "tool.uv");
    }

    private static List<PipLine> read(SourceText source, String table) {
        UvConfiguration configuration = new UvConfiguration(table);
        TomlText.read(source, configuration);
        return configuration.lines;
    }

    @Override
    public void text(TomlText.Place place, Token text) {
        if (isIndex(place)) {
            index = place.inner().equals("url") ? Optional.of(text) : index;
            return;
        }
        boolean top = place.table().equals(table);
        if (top && LIMITS.contains(place.key())) {
            PipLine.Limit.of(text).ifPresent(lines::add);
            return;
        }
        PipOption option = top || place.table().equals(within(PIP)) ? OPTIONS.get(place.key()) : null;
        if (option == null || (option == PipOption.PRE && !text.text().equals("allow"))) {
            return;
        }
        lines.add(PipGrammar.option(option, text, option.hasValue() ? Optional.of(text) : Optional.empty()));
    }

    @Override
    public void yes(TomlText.Place place) {
        apart |= isIndex(place)
                && (place.inner().equals("default") || place.inner().equals("explicit"));
    }

    @Override
    public void end(TomlText.Place place) {
        if (!apart) {
            index.ifPresent(url -> lines.add(PipGrammar.option(PipOption.EXTRA_INDEX_URL, url, Optional.of(url))));
        }
        index = Optional.empty();
        apart = false;
    }

    private boolean isIndex(TomlText.Place place) {
        return place.table().equals(within(INDEX))
                || (place.nested() && place.key().equals(INDEX) && place.table().equals(table));
    }

    private String within(String name) {
        return table.isEmpty() ? name : table + "." + name;
    }
}
