package io.github.amlmaven.environment;

import io.github.amlmaven.tree.TreeEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The installation of a project's dependencies by its own package manager, which follows a lock file where there is one.
 *
 * @param written the word that asks for it, behind the program
 * @param lock the name of the lock file
 * @param strict what has to be run instead, so that the lock file is followed or nothing is installed at all
 * @param locked whether the lock file is followed
 */
public record ProjectInstall(Token written, String lock, String strict, boolean locked) {

    /** Options with which a program says something of itself. */
    private static final Set<String> ASKS = Set.of("--version", "-v", "-V", "--help", "-h", "--dry-run");

    /**
     * A package manager.
     *
     * @param verbs the words behind its program that install a project; an empty one when the program alone does
     * @param lock its lock file
     * @param flags the options that make it follow the lock file or fail
     * @param strict what to write
     * @param tolerant whether it follows a lock file that is there without any of them
     * @param takesNames whether the same verbs install by name
     */
    private record Manager(
            Set<String> verbs, String lock, Set<String> flags, String strict, boolean tolerant, boolean takesNames) {}

    private static final Map<String, Manager> MANAGERS = Map.of(
            "npm",
            new Manager(Set.of("install", "i"), "package-lock.json", Set.of(), "npm ci", false, true),
            "yarn",
            new Manager(
                    Set.of("", "install"),
                    "yarn.lock",
                    Set.of("--frozen-lockfile", "--immutable"),
                    "yarn install --frozen-lockfile",
                    true,
                    false),
            "pnpm",
            new Manager(
                    Set.of("install", "i"),
                    "pnpm-lock.yaml",
                    Set.of("--frozen-lockfile"),
                    "pnpm install --frozen-lockfile",
                    true,
                    true),
            "poetry",
            new Manager(Set.of("install", "sync"), "poetry.lock", Set.of(), "poetry install", true, false),
            "pipenv",
            new Manager(
                    Set.of("install", "sync"),
                    "Pipfile.lock",
                    Set.of("--deploy", "--ignore-pipfile"),
                    "pipenv install --deploy",
                    true,
                    true),
            "pdm",
            new Manager(
                    Set.of("install", "sync"),
                    "pdm.lock",
                    Set.of("--frozen-lockfile"),
                    "pdm install --frozen-lockfile",
                    true,
                    false),
            "uv",
            new Manager(Set.of("sync"), "uv.lock", Set.of("--locked", "--frozen"), "uv sync --locked", true, false),
            "bundle",
            new Manager(
                    Set.of("", "install"),
                    "Gemfile.lock",
                    Set.of("--frozen", "--deployment"),
                    "bundle install",
                    true,
                    false));

    /** What a command installs so, where it runs; nothing when it does something else, or installs by name. */
    static Optional<ProjectInstall> of(ShellCommand command, CommandReader.Place place) throws IOException {
        Manager manager = MANAGERS.get(command.program());
        if (manager == null) {
            return Optional.empty();
        }
        List<Token> words = command.words();
        List<Token> plain = words.stream()
                .skip(1)
                .filter(word -> !word.text().startsWith("-"))
                .toList();
        String verb = plain.isEmpty() ? "" : plain.get(0).text();
        if (!manager.verbs().contains(verb)
                || (manager.takesNames() && plain.size() > 1)
                || words.stream().anyMatch(word -> ASKS.contains(word.text()))) {
            return Optional.empty();
        }
        boolean strict = words.stream().anyMatch(word -> manager.flags().contains(word.text()));
        return Optional.of(new ProjectInstall(
                plain.isEmpty() ? words.get(0) : plain.get(0),
                manager.lock(),
                manager.strict(),
                strict
                        || (manager.tolerant()
                                && place.find(manager.lock())
                                        .filter(TreeEntry::isFile)
                                        .isPresent())));
    }
}
