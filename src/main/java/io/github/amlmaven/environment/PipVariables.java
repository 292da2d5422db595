package io.github.amlmaven.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options that pip takes from <a href="https://pip.pypa.io/en/stable/topics/configuration/#environment-variables">environment
 * variables</a>, as lines of a requirements file would say them: {@code PIP_<OPTION>}, several values of one option with white space between
 * them. An empty value counts as none, and so does a no for an option that takes no value.
 */
final class PipVariables {
    private static final Pattern NAME = Pattern.compile("PIP_([A-Za-z0-9_]+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(PIP_[A-Za-z0-9_]+)=(.*)", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");

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
        Matcher matcher = NAME.matcher(name);
        String text = value.text().strip();
        Optional<PipOption> option = matcher.matches()
                ? PipOption.named(
                        "--" + matcher.group(1).toLowerCase(Locale.ROOT).replace('_', '-'))
                : Optional.empty();
        if (option.isEmpty() || text.isEmpty()) {
            return List.of();
        }
        if (!option.get().hasValue()) {
            return NO.contains(text.toLowerCase(Locale.ROOT))
                    ? List.of()
                    : List.of(PipGrammar.option(option.get(), written, Optional.empty()));
        }
        List<PipLine> lines = new ArrayList<>();
        for (String each : SINGLE.contains(option.get()) ? List.of(text) : List.of(SPACE.split(text))) {
            lines.add(PipGrammar.option(option.get(), written, Optional.of(new Token(each, value.location()))));
        }
        return lines;
    }

    /** The same of {@code NAME=value}; nothing when a word is no such thing. */
    static List<PipLine> lines(Token assignment) {
        Matcher matcher = ASSIGNMENT.matcher(assignment.text());
        return matcher.matches()
                ? lines(matcher.group(1), new Token(matcher.group(2), assignment.location()), assignment)
                : List.of();
    }
}
