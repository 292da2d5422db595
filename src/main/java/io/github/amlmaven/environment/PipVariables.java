package io.github.amlmaven.environment;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that pip takes from <a href="https://pip.pypa.io/en/stable/topics/configuration/#environment-variables">environment
 * variables</a>, as lines of a requirements file would say them: {@code PIP_<OPTION>}, several values of one option with white space between
 * them. An empty value counts as none, and so does a no for an option that takes no value. And those that <a
 * href="https://docs.astral.sh/uv/reference/environment/">uv takes</a> for what is the same there.
 */
final class PipVariables {
    private static final Pattern PIP = Pattern.compile("PIP_([A-Za-z0-9_]+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("((?:PIP|UV)_[A-Za-z0-9_]+)=(.*)", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");

    /** Those of uv's variables that do what an option of pip does. */
    private static final Map<String, PipOption> UV = Map.of(
            "UV_INDEX", PipOption.EXTRA_INDEX_URL,
            "UV_EXTRA_INDEX_URL", PipOption.EXTRA_INDEX_URL,
            "UV_DEFAULT_INDEX", PipOption.INDEX_URL,
            "UV_INDEX_URL", PipOption.INDEX_URL,
            "UV_FIND_LINKS", PipOption.FIND_LINKS,
            "UV_CONSTRAINT", PipOption.CONSTRAINT,
            "UV_OVERRIDE", PipOption.CONSTRAINT,
            "UV_PRERELEASE", PipOption.PRE);

    /** The name of the setting that a file of configuration is told by: {@code PIP_CONFIG_FILE}, {@code UV_CONFIG_FILE}. */
    static final String CONFIG_FILE = "--config-file";

    /** The only value of {@code UV_PRERELEASE} that lets every package float to one. */
    private static final String ALLOW = "allow";

    /** What Python's {@code strtobool} takes for a no. */
    private static final Set<String> NO = Set.of("n", "no", "f", "false", "off", "0");

    /** The options of which pip takes one value alone. */
    private static final Set<PipOption> SINGLE = Set.of(PipOption.INDEX_URL, PipOption.PYPI_URL);

    private PipVariables() {}

    /**
     * What a variable says to pip.
     *
     * @param name its name
     * @param value its value, without quotes
     * @param written the whole of it, as it stands in the file
     * @return nothing when pip does not know the variable
     */
    static List<PipLine> lines(String name, Token value, Token written) {
        Matcher pip = PIP.matcher(name);
        if (pip.matches()) {
            return option("--" + pip.group(1).toLowerCase(Locale.ROOT).replace('_', '-'), value, written);
        }
        if (name.equals("UV_CONFIG_FILE")) {
            return option(CONFIG_FILE, value, written);
        }
        PipOption option = UV.get(name);
        if (option == null || value.text().isBlank()) {
            return List.of();
        }
        if (!option.hasValue()) {
            return value.text().strip().equals(ALLOW)
                    ? List.of(PipGrammar.option(option, written, Optional.empty()))
                    : List.of();
        }
        return lines(option, value, written, name.equals("UV_FIND_LINKS") ? COMMA : SPACE);
    }

    /**
     * What an option says to pip where it stands as a name and a value.
     *
     * @param longName its name, with {@code --}
     * @param value its value; several have white space between them
     * @param written the whole of it, as it stands in the file
     * @return nothing when pip does not know the option
     */
    static List<PipLine> option(String longName, Token value, Token written) {
        String text = value.text().strip();
        if (longName.equals(CONFIG_FILE)) {
            return List.of(new PipLine.Setting(written, CONFIG_FILE, Optional.of(value)));
        }
        Optional<PipOption> option = PipOption.named(longName);
        if (option.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        if (!option.get().hasValue()) {
            return NO.contains(text.toLowerCase(Locale.ROOT))
                    ? List.of()
                    : List.of(PipGrammar.option(option.get(), written, Optional.empty()));
        }
        return lines(option.get(), value, written, SPACE);
    }

    private static List<PipLine> lines(PipOption option, Token value, Token written, Pattern between) {
        String text = value.text().strip();
        List<String> values = SINGLE.contains(option) ? List.of(text) : List.of(between.split(text));
        return values.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> PipGrammar.option(option, written, Optional.of(new Token(each, value.location()))))
                .toList();
    }

    /** The same of {@code NAME=value}; nothing when a word is no such thing. */
    static List<PipLine> lines(Token assignment) {
        Matcher matcher = ASSIGNMENT.matcher(assignment.text());
        return matcher.matches()
                ? lines(matcher.group(1), new Token(matcher.group(2), assignment.location()), assignment)
                : List.of();
    }
}
