package io.github.amlmaven.git;

import io.github.amlmaven.git.UnusableRepositoryException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the configuration that counts in a repository: the system's, the user's, the repository's, the working copy's, and what the
 * environment adds. Only files and the environment are read; git is not asked.
 */
final class ConfigReader {
    private static final int DEEPEST_INCLUDE = 10;
    private static final Pattern PARAMETER =
            Pattern.compile("'((?:[^']|'\\\\['!]')*)'(?:=(?:'((?:[^']|'\\\\['!]')*)')?)?\\s*");

    private final Map<String, String> environment;
    private final Optional<Path> home;
    private final Path gitDir;
    private boolean remotesMatter;

    ConfigReader(Map<String, String> environment, Path gitDir) {
        this.environment = environment;
        this.home = ConfigFiles.home(environment);
        this.gitDir = gitDir;
    }

    /** What a repository cannot set by itself: the system's and the user's files, and the environment. */
    GitConfig outside() throws UnusableRepositoryException, IOException {
        return read(List.of());
    }

    /** Everything. */
    GitConfig whole(Layout layout) throws UnusableRepositoryException, IOException {
        Path common = layout.commonDir().resolve("config");
        GitConfig own = only(common);
        List<Path> files = new ArrayList<>(List.of(common));
        if (own.flag("extensions.worktreeconfig", false)) {
            files.add(layout.gitDir().resolve("config.worktree"));
        }
        return read(files);
    }

    /** One file, without what it includes. */
    GitConfig only(Path file) throws UnusableRepositoryException, IOException {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        parse(file, (key, value) -> entries.add(Map.entry(key, value)));
        return GitConfig.of(entries, home);
    }

    private GitConfig read(List<Path> ofTheRepository) throws UnusableRepositoryException, IOException {
        GitConfig config = pass(ofTheRepository, List.of());
        if (!remotesMatter) {
            return config;
        }
        List<String> remotes = config.subsections("remote", Set.of("url")).stream()
                .flatMap(remote -> config.all("remote." + remote + ".url").stream())
                .toList();
        return pass(ofTheRepository, remotes);
    }

    private GitConfig pass(List<Path> ofTheRepository, List<String> remotes)
            throws UnusableRepositoryException, IOException {
        ConfigCondition condition = new ConfigCondition(gitDir, home, remotes);
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        for (Path file : ConfigFiles.outside(environment)) {
            take(file, condition, 0, entries);
        }
        for (Path file : ofTheRepository) {
            take(file, condition, 0, entries);
        }
        entries.addAll(given());
        return GitConfig.of(entries, home);
    }

    private void take(Path file, ConfigCondition condition, int depth, List<Map.Entry<String, String>> entries)
            throws UnusableRepositoryException, IOException {
        if (depth > DEEPEST_INCLUDE) {
            throw bad(file, "its includes go deeper than " + DEEPEST_INCLUDE);
        }
        List<Map.Entry<String, String>> own = new ArrayList<>();
        parse(file, (key, value) -> own.add(Map.entry(key, value)));
        for (Map.Entry<String, String> entry : own) {
            entries.add(entry);
            Optional<Path> included = included(entry, condition, file);
            if (included.isPresent()) {
                take(included.get(), condition, depth + 1, entries);
            }
        }
    }

    private Optional<Path> included(Map.Entry<String, String> entry, ConfigCondition condition, Path file)
            throws IOException {
        String key = entry.getKey();
        String conditional = "includeif.";
        boolean applies = key.equals("include.path");
        if (key.startsWith(conditional) && key.endsWith(".path") && key.length() > conditional.length() + 5) {
            String text = key.substring(conditional.length(), key.length() - ".path".length());
            remotesMatter |= text.startsWith("hasconfig:");
            applies = condition.holds(text, Optional.of(file));
        }
        return applies
                ? GitConfig.expand(entry.getValue(), home).map(file.toAbsolutePath()::resolveSibling)
                : Optional.empty();
    }

    private static void parse(Path file, ConfigParser.Sink sink) throws UnusableRepositoryException, IOException {
        try {
            if (Files.isRegularFile(file) && Files.isReadable(file)) {
                ConfigParser.parse(PathText.decode(Files.readAllBytes(file)), sink);
            }
        } catch (ConfigSyntaxException e) {
            throw bad(file, "line " + e.line());
        } catch (InvalidPathException e) {
            throw bad(file, "a path in it is none");
        }
    }

    private static UnusableRepositoryException bad(Path file, String what) {
        return new UnusableRepositoryException(
                Reason.BAD_CONFIGURATION,
                "git's configuration file " + file + " cannot be read: " + what
                        + ". Correct it until `git config --list` works.");
    }

    /** What {@code git -c} and {@code GIT_CONFIG_COUNT} hand down to the programs that git starts. */
    private List<Map.Entry<String, String>> given() {
        List<Map.Entry<String, String>> entries = new ArrayList<>();
        long count = GitConfig.of(List.of(Map.entry("n", environment.getOrDefault("GIT_CONFIG_COUNT", "0"))), home)
                .number("n", 0)
                .orElse(0);
        for (long i = 0; i < count && environment.containsKey("GIT_CONFIG_KEY_" + i); i++) {
            entries.add(Map.entry(
                    canonical(environment.getOrDefault("GIT_CONFIG_KEY_" + i, "")),
                    environment.getOrDefault("GIT_CONFIG_VALUE_" + i, "")));
        }
        Matcher matcher = PARAMETER.matcher(environment.getOrDefault("GIT_CONFIG_PARAMETERS", ""));
        while (matcher.lookingAt()) {
            String key = unquote(matcher.group(1));
            String value = matcher.group(2) == null ? "true" : unquote(matcher.group(2));
            int equals = key.indexOf('=');
            boolean old = matcher.group(2) == null && equals > 0;
            entries.add(
                    old
                            ? Map.entry(canonical(key.substring(0, equals)), key.substring(equals + 1))
                            : Map.entry(canonical(key), value));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
        return entries;
    }

    private static String unquote(String text) {
        return text.replace("'\\''", "'").replace("'\\!'", "!");
    }

    private static String canonical(String key) {
        int first = key.indexOf('.');
        int last = key.lastIndexOf('.');
        return first < 0
                ? key
                : key.substring(0, first).toLowerCase(Locale.ROOT)
                        + key.substring(first, last)
                        + key.substring(last).toLowerCase(Locale.ROOT);
    }
}
