package io.github.amlmaven.environment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads conda's <a
 * href="https://docs.conda.io/projects/conda/en/stable/user-guide/concepts/pkg-specs.html#package-match-specifications">package match
 * specifications</a>: {@code channel/subdir::name version build[key=value]}, with {@code =} for the spaces.
 */
final class MatchSpecGrammar {
    /** The longest name, version and build that exist are far shorter. */
    private static final int MAX_LENGTH = 2000;

    private static final Pattern PACKAGE_FILE =
            Pattern.compile("(?:.*/)?(?<name>.+)-(?<version>[^-/]+)-(?<build>[^-/]+)\\.(?:conda|tar\\.bz2)");
    private static final Pattern BRACKETS = Pattern.compile("\\[([^\\[]*)]\\s*$");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^(]*\\)\\s*$");
    private static final Pattern KEY_VALUE = Pattern.compile("\\s*(?<key>[A-Za-z0-9_-]+)\\s*=\\s*"
            + "(?:'(?<single>[^']*)'|\"(?<double>[^\"]*)\"|(?<plain>[^,\\s'\"]+))\\s*(?:,|\\s|$)");
    private static final Pattern NAME = Pattern.compile("[^ =<>!~]+");
    /** The names that <a href="https://conda.org/learn/ceps/cep-0026/">CEP 26</a> allows, virtual packages among them, and globs. */
    private static final Pattern VALID_NAME = Pattern.compile("(?:__)?[a-z0-9_*][a-z0-9_.*-]*");

    private static final Pattern VERSION_AND_BUILD =
            Pattern.compile("(?<version>.+?[^><!,|]?)(?:(?<![=!|,<>~])[ =](?<build>[^-=,|<>~]+?))?$");
    private static final Pattern RELATION = Pattern.compile("(?:==|!=|<=|>=|~=|=|<|>)?[A-Za-z0-9_.+!*-]+");

    private MatchSpecGrammar() {}

    static MatchSpec read(String text) throws GrammarException {
        if (text.length() > MAX_LENGTH) {
            throw new GrammarException("A package specification of " + text.length() + " characters is too long");
        }
        String spec = before(before(text, "#"), " if ").strip();
        Matcher file = PACKAGE_FILE.matcher(spec);
        if (file.matches()) {
            SortedMap<String, String> more = new TreeMap<>(Map.of("url", spec));
            return new MatchSpec(
                    file.group("name"),
                    present(file.group("version")),
                    present(file.group("build")),
                    Optional.empty(),
                    more);
        }
        SortedMap<String, String> conditions = new TreeMap<>();
        Matcher brackets = BRACKETS.matcher(spec);
        if (brackets.find()) {
            conditions = conditions(brackets.group(1));
            spec = spec.substring(0, brackets.start());
        }
        Matcher parentheses = PARENTHESES.matcher(spec);
        if (parentheses.find()) {
            spec = spec.substring(0, parentheses.start());
        }
        int colon = spec.lastIndexOf(':');
        String channel = colon < 0 ? "" : spec.substring(0, colon);
        channel = channel.substring(0, Math.max(0, channel.lastIndexOf(':')));
        return assemble(channel, spec.substring(colon + 1).strip(), conditions);
    }

    private static MatchSpec assemble(String channel, String rest, SortedMap<String, String> conditions)
            throws GrammarException {
        Matcher name = NAME.matcher(rest);
        if (!name.lookingAt()
                || !VALID_NAME.matcher(name.group().toLowerCase(Locale.ROOT)).matches()) {
            throw new GrammarException("Expected the name of a package");
        }
        Optional<String> version = Optional.ofNullable(conditions.remove("version"));
        Optional<String> build = Optional.ofNullable(conditions.remove("build"));
        String conditionText = rest.substring(name.end());
        // A lone '=' says nothing, and conda lets it pass.
        if (!conditionText.isBlank() && !conditionText.equals("=")) {
            Matcher both = VERSION_AND_BUILD.matcher(conditionText.strip());
            boolean split = both.find();
            build = build.or(() -> split ? present(both.group("build")) : Optional.empty());
            version = version.or(() -> Optional.of(split ? both.group("version") : conditionText.strip()));
        }
        if (version.isPresent()) {
            version = Optional.of(canonical(version.get().replace(" ", ""), build.isPresent()));
        }
        String subdir = conditions.containsKey("subdir") ? "/" + conditions.remove("subdir") : "";
        Optional<String> from =
                Optional.ofNullable(conditions.remove("channel")).or(() -> present(channel));
        return new MatchSpec(name.group(), version, build, from.map(place -> place + subdir), conditions);
    }

    private static SortedMap<String, String> conditions(String text) throws GrammarException {
        SortedMap<String, String> conditions = new TreeMap<>();
        Matcher pair = KEY_VALUE.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!pair.region(end, text.length()).lookingAt()) {
                throw new GrammarException("Expected key=value in brackets");
            }
            String value = Optional.ofNullable(pair.group("single"))
                    .or(() -> Optional.ofNullable(pair.group("double")))
                    .orElseGet(() -> pair.group("plain"));
            conditions.put(pair.group("key"), value);
            end = pair.end();
        }
        if (conditions.isEmpty()) {
            throw new GrammarException("Expected key=value in brackets");
        }
        return conditions;
    }

    /** What conda makes of a version: {@code ==1} is exactly 1, {@code =1} anything that begins with it unless a build is given. */
    private static String canonical(String version, boolean hasBuild) throws GrammarException {
        if (version.isEmpty() || version.matches("[=<>!~]+")) {
            throw new GrammarException("Expected a version after the operator");
        }
        for (String part : version.split("[|,()]", -1)) {
            boolean regex = part.startsWith("^") && part.endsWith("$");
            if (!part.isEmpty() && !regex && !RELATION.matcher(part).matches()) {
                throw new GrammarException("'" + part + "' is no condition on a version");
            }
        }
        if (!version.startsWith("=")) {
            return version;
        }
        String bare = version.replaceFirst("^=+", "");
        if (version.startsWith("==") && !hasBuild) {
            return bare;
        }
        if (bare.matches(".*[=,|].*")) {
            return version;
        }
        return hasBuild || bare.endsWith("*") ? bare : bare + ".*";
    }

    static boolean isExactVersion(String version) {
        return version.matches("[A-Za-z0-9_.+!-]+");
    }

    static Optional<String> prefix(String version) {
        return version.matches("[A-Za-z0-9_.+!-]+\\*")
                ? Optional.of(version.replaceFirst("\\.?\\*$", ""))
                : Optional.empty();
    }

    private static String before(String text, String mark) {
        int index = text.indexOf(mark);
        return index < 0 ? text : text.substring(0, index);
    }

    private static Optional<String> present(@Nullable String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }
}
