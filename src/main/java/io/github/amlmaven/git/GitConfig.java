package io.github.amlmaven.git;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of git's configuration, the last one being the one that counts. A key is {@code section.name} or {@code section.sub.name}. */
final class GitConfig {
    private final Map<String, List<String>> values;
    private final Optional<Path> home;

    private GitConfig(Map<String, List<String>> values, Optional<Path> home) {
        this.values = values;
        this.home = home;
    }

    static GitConfig of(List<Map.Entry<String, String>> entries, Optional<Path> home) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        entries.forEach(
                e -> values.computeIfAbsent(e.getKey(), k -> new ArrayList<>()).add(e.getValue()));
        return new GitConfig(values, home);
    }

    List<String> all(String key) {
        return values.getOrDefault(key, Collections.emptyList());
    }

    Optional<String> text(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    boolean flag(String key, boolean otherwise) {
        return text(key).map(GitConfig::isTrue).orElse(otherwise);
    }

    /** Git's booleans: words, or a number other than 0; an empty value is false. */
    static boolean isTrue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "", "false", "no", "off" -> false;
            case "true", "yes", "on" -> true;
            default -> number(value).orElse(1) != 0;
        };
    }

    OptionalLong number(String key, long otherwise) {
        Optional<String> text = text(key);
        return text.isPresent() ? number(text.get()) : OptionalLong.of(otherwise);
    }

    private static OptionalLong number(String value) {
        try {
            return OptionalLong.of(Long.parseLong(value));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** A path, with {@code ~/} resolved; nothing when it is empty or cannot be a path here. */
    Optional<Path> path(String key) {
        return text(key).flatMap(this::expand);
    }

    Optional<Path> expand(String value) {
        return expand(value, home);
    }

    static Optional<Path> expand(String value, Optional<Path> home) {
        try {
            if (value.isEmpty()) {
                return Optional.empty();
            }
            return value.startsWith("~/")
                    ? home.map(folder -> folder.resolve(value.substring(2)))
                    : Optional.of(Path.of(value));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The names between a section and a last name: {@code lfs} of {@code filter.lfs.clean}. */
    Set<String> subsections(String section, Set<String> names) {
        String prefix = section + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix) && key.lastIndexOf('.') > prefix.length())
                .filter(key -> names.contains(key.substring(key.lastIndexOf('.') + 1)))
                .map(key -> key.substring(prefix.length(), key.lastIndexOf('.')))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All names below a section, such as {@code objectformat} for {@code extensions}. */
    Set<String> names(String section) {
        String prefix = section + ".";
        return values.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
