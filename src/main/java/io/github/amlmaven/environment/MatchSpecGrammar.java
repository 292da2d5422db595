package io.github.amlmaven.environment;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
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

    private static final Pattern PACKAGE_FILE = Pattern.compile(
            "(?s)(?:.*/)?(?:(?<name>[^/]+)-(?<version>[^-/]*)-(?<build>[^-/]*)|[^/]*)\\.(?:conda|tar\\.bz2)");

    /** The last pair, with all that is between it and the last that closes. */
    private static final Pattern BRACKETS = Pattern.compile(".*(\\[.*\\])");

    private static final Pattern PARENTHESES = Pattern.compile(".*(\\(.*\\))");
    private static final Pattern KEY_VALUE =
            Pattern.compile("(?<key>[a-zA-Z0-9_-]+?)=(?<quote>[\"']?)(?<value>[^'\"]*?)\\k<quote>(?:[, ]|$)");
    private static final Set<String> KEYS = Set.of(
            "channel",
            "subdir",
            "name",
            "version",
            "build",
            "build_number",
            "track_features",
            "features",
            "url",
            "md5",
            "sha256",
            "license",
            "license_family",
            "fn",
            "optional",
            "target");
    private static final Pattern NAME_AND_REST = Pattern.compile("(?<name>[^ =<>!~]+)(?<rest>[><!=~ ].+)?");
    /** The names that <a href="https://conda.org/learn/ceps/cep-0026/">CEP 26</a> allows, virtual packages among them, and globs. */
    private static final Pattern VALID_NAME = Pattern.compile("(?:__)?[a-z0-9_*][a-z0-9_.*-]*");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.+!-]+");
    private static final Pattern VERSION_AND_BUILD =
            Pattern.compile("(?<version>.+?[^><!,|]?)(?:(?<![=!|,<>~])[ =](?<build>[^-=,|<>~]+?))?$");

    private MatchSpecGrammar() {}

    static MatchSpec read(String text) throws GrammarException {
        if (text.length() > MAX_LENGTH) {
            throw new GrammarException("A package specification of " + text.length() + " characters is too long");
        }
        if (text.endsWith("@")) {
            String feature = text.substring(0, text.length() - 1);
            return new MatchSpec(
                    "*",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new TreeMap<>(Map.of("track_features", feature)));
        }
        String spec = before(before(text, "#"), " if ");
        Matcher file = PACKAGE_FILE.matcher(spec);
        if (file.matches()) {
            return new MatchSpec(
                    present(file.group("name")).orElse("*"),
                    present(file.group("version")),
                    present(file.group("build")),
                    Optional.empty(),
                    new TreeMap<>(Map.of("url", spec)));
        }
        SortedMap<String, String> conditions = new TreeMap<>();
        Matcher brackets = BRACKETS.matcher(spec);
        if (brackets.lookingAt()) {
            String group = brackets.group(1);
            conditions = conditions(group.substring(1, group.length() - 1));
            spec = spec.replace(group, "");
        }
        Matcher parentheses = PARENTHESES.matcher(spec);
        if (parentheses.lookingAt()) {
            spec = spec.replace(parentheses.group(1), "");
        }
        int colon = spec.lastIndexOf(':');
        String channel = colon < 0 ? "" : spec.substring(0, colon);
        channel = channel.substring(0, Math.max(0, channel.lastIndexOf(':')));
        return assemble(channel, spec.substring(colon + 1), conditions);
    }

    private static MatchSpec assemble(String channel, String text, SortedMap<String, String> conditions)
            throws GrammarException {
        Matcher parts = NAME_AND_REST.matcher(text);
        if (!parts.lookingAt()
                || !VALID_NAME
                        .matcher(parts.group("name").toLowerCase(Locale.ROOT))
                        .matches()) {
            throw new GrammarException("Expected the name of a package");
        }
        // What is in brackets goes before what is not, but for the name.
        conditions.remove("name");
        Optional<String> version = Optional.empty();
        Optional<String> build = Optional.empty();
        Optional<String> rest = present(parts.group("rest"));
        if (rest.isPresent()) {
            if (rest.get().indexOf('[') >= 0) {
                throw new GrammarException("Expected one pair of brackets");
            }
            Matcher both = VERSION_AND_BUILD.matcher(rest.get());
            boolean split = both.find();
            build = split ? present(both.group("build")) : Optional.empty();
            version = Optional.of(
                    canonical((split ? both.group("version") : rest.get()).replace(" ", ""), build.isPresent()));
        }
        version = Optional.ofNullable(conditions.remove("version")).or(orElse(version));
        if (version.isPresent()) {
            CondaVersion.of(version.get());
        }
        build = Optional.ofNullable(conditions.remove("build")).or(orElse(build));
        String subdir = conditions.containsKey("subdir") ? "/" + conditions.remove("subdir") : "";
        Optional<String> from =
                Optional.ofNullable(conditions.remove("channel")).or(() -> present(channel));
        if (from.filter(place -> place.indexOf('*') >= 0 && !CondaExpression.isWhole(place))
                .isPresent()) {
            throw new GrammarException("Expected the name or the address of a channel");
        }
        return new MatchSpec(parts.group("name"), version, build, from.map(place -> place + subdir), conditions);
    }

    private static Supplier<Optional<String>> orElse(Optional<String> other) {
        return () -> other;
    }

    /** What is in brackets; conda passes over what is no {@code key=value} there. */
    private static SortedMap<String, String> conditions(String text) throws GrammarException {
        SortedMap<String, String> conditions = new TreeMap<>();
        Matcher pair = KEY_VALUE.matcher(text);
        while (pair.find()) {
            if (pair.group("value").isEmpty() || !KEYS.contains(pair.group("key"))) {
                throw new GrammarException("Expected key=value in brackets");
            }
            conditions.put(pair.group("key"), pair.group("value"));
        }
        return conditions;
    }

    /** What conda makes of a version: {@code ==1} is exactly 1, {@code =1} anything that begins with it unless a build is given. */
    private static String canonical(String version, boolean hasBuild) throws GrammarException {
        if (version.isEmpty()) {
            throw new GrammarException("Expected a version");
        }
        if (!version.startsWith("=") || version.equals("=") || version.equals("==")) {
            return version;
        }
        if (version.startsWith("==")
                && (!hasBuild || PLAIN.matcher(version.substring(2)).matches())) {
            return version.substring(2);
        }
        String bare = version.substring(1);
        if (bare.matches(".*[=,|].*")) {
            return version;
        }
        if (hasBuild || bare.endsWith("*")) {
            return bare;
        }
        return PLAIN.matcher(bare).matches() ? bare + ".*" : bare + "*";
    }

    static boolean isExactVersion(String version) {
        try {
            return CondaVersion.of(version).isExact();
        } catch (GrammarException e) {
            return false;
        }
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
