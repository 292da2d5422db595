package io.github.amlmaven.environment;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The versions that {@code ARG}, by its default, and {@code ENV} of a stage give the packages that its {@code RUN}s install. Only a package at a
 * version is put together so: no variable that holds a secret gets into a message.
 */
final class StageVersions {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{?([A-Za-z_][A-Za-z0-9_]*)");

    /** A name without a dollar. */
    private static final Pattern BARE = Pattern.compile("(?<![\\w$])(?<!\\$\\{)[A-Za-z_][A-Za-z0-9_]*+");

    private static final Pattern PACKAGE =
            Pattern.compile("[A-Za-z0-9][\\w.-]*+(?:\\[[\\w,.-]*+])?={1,3}[0-9][\\w.!+~:-]*+");

    private final DockerVariables global;
    private final Set<String> environment = new HashSet<>();
    private DockerVariables values = new DockerVariables();

    StageVersions(DockerVariables global) {
        this.global = global;
    }

    /** A stage knows nothing of the one before it. */
    void enter() {
        values = new DockerVariables();
        environment.clear();
    }

    /** Takes an {@code ARG} or an {@code ENV}, which Docker prefers. */
    void take(DockerInstruction instruction) {
        boolean argument = instruction.keyword().equals("ARG");
        String line = instruction.line().text();
        try {
            List<ShellWords.Word> words = ShellWords.split(line, instruction.start(), line.length());
            if (!argument && !words.isEmpty() && words.get(0).text().indexOf('=') < 0) {
                // The older form of ENV: a name, and all the rest of the line.
                set(
                        words.get(0).text(),
                        words.size() == 2 ? Optional.of(words.get(1).text()) : Optional.empty(),
                        false);
                return;
            }
            for (ShellWords.Word word : words) {
                int equals = word.text().indexOf('=');
                String name = equals < 0 ? word.text() : word.text().substring(0, equals);
                set(
                        name,
                        equals < 0
                                ? global.value(name)
                                : Optional.of(word.text().substring(equals + 1)),
                        argument);
            }
        } catch (GrammarException e) {
            // Docker refuses a quotation mark that is not closed; there is nothing to be known of such a line.
            return;
        }
    }

    private void set(String name, Optional<String> value, boolean argument) {
        if (argument && environment.contains(name)) {
            return;
        }
        if (!argument) {
            environment.add(name);
        }
        values.set(name, value);
    }

    /**
     * Puts the versions in.
     *
     * @param steps what a {@code RUN} runs
     * @param script all that it says: a variable that it names without a dollar may be set there
     * @return the steps, with every package at a version that is known
     */
    List<ShellStep> in(List<ShellStep> steps, String script) {
        Set<String> maybeSet =
                BARE.matcher(script).results().map(MatchResult::group).collect(Collectors.toSet());
        return steps.stream()
                .map(step -> new ShellStep(
                        new ShellCommand(
                                step.command().assignments(),
                                step.command().words().stream()
                                        .map(word -> in(word, maybeSet))
                                        .toList(),
                                step.command().pipedFrom(),
                                step.command().output()),
                        step.shell()))
                .toList();
    }

    private Token in(Token word, Set<String> maybeSet) {
        List<String> names = REFERENCE
                .matcher(word.text())
                .results()
                .map(reference -> reference.group(1))
                .toList();
        if (names.isEmpty() || names.stream().anyMatch(maybeSet::contains)) {
            return word;
        }
        DockerVariables.Expansion expansion = values.expand(word.text());
        boolean known = expansion.unknown().isEmpty()
                && PACKAGE.matcher(expansion.text()).matches();
        return known ? new Token(expansion.text(), word.location()) : word;
    }
}
