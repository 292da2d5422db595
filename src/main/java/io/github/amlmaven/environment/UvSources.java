package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads from a {@code pyproject.toml} where uv takes its dependencies from: <a
 * href="https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources">{@code tool.uv.sources}</a>, as far as that is a
 * repository of git or a URL. Of an index the version decides, and what lies at a path is committed or missing.
 */
final class UvSources implements TomlText.Reader {
    private static final String SOURCES = "tool.uv.sources";
    private static final Set<String> FIELDS = Set.of("git", "url", "rev", "tag", "branch");

    /** The names that the project depends upon. */
    private final Set<String> dependencies = new HashSet<>();

    private final Map<Token, String> found = new LinkedHashMap<>();
    private final Map<String, Token> source = new HashMap<>();

    private UvSources() {}

    /** The dependencies that are taken so, as lines of a requirements file would say it, each where its source stands. */
    static List<PipLine> read(SourceText text) {
        UvSources sources = new UvSources();
        TomlText.read(text, sources);
        List<PipLine> lines = new ArrayList<>();
        sources.found.forEach((written, name) -> {
            if (sources.dependencies.contains(normalized(name))) {
                line(written).ifPresent(lines::add);
            }
        });
        return lines;
    }

    private static Optional<PipLine> line(Token written) {
        try {
            return Optional.of(PipGrammar.requirement(written, List.of()));
        } catch (GrammarException e) {
            // uv refuses it by itself.
            return Optional.empty();
        }
    }

    @Override
    public void text(TomlText.Place place, Token text) {
        if (place.table().equals("project") && place.key().equals("dependencies")) {
            line(text)
                    .filter(PipLine.Named.class::isInstance)
                    .map(PipLine.Named.class::cast)
                    .ifPresent(named ->
                            dependencies.add(normalized(named.requirement().name())));
        }
        if (place.table().startsWith(SOURCES) && FIELDS.contains(place.inner())) {
            source.put(place.inner(), text);
        }
    }

    @Override
    public void yes(TomlText.Place place) {
        // Whether it is editable or of the workspace makes no difference to git and URLs.
    }

    @Override
    public void end(TomlText.Place place) {
        String name =
                place.table().startsWith(SOURCES + ".") ? place.table().substring(SOURCES.length() + 1) : place.key();
        Token git = source.get("git");
        Token url = source.get("url");
        if (git != null) {
            String revision = List.of("rev", "tag", "branch").stream()
                    .filter(source::containsKey)
                    .map(field -> "@" + source.get(field))
                    .findFirst()
                    .orElse("");
            found.put(new Token(name + " @ git+" + git + revision, git.location()), name);
        } else if (url != null) {
            found.put(new Token(name + " @ " + url, url.location()), name);
        }
        source.clear();
    }

    private static String normalized(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
