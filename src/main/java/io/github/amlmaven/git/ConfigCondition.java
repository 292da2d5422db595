package io.github.amlmaven.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * When an {@code includeIf} applies: {@code gitdir}, {@code gitdir/i}, {@code onbranch} and {@code hasconfig:remote.*.url}, as git-config(1)
 * has them. An unknown condition is false, for git as well.
 */
final class ConfigCondition {
    private final Path gitDir;
    private final Optional<Path> home;
    private final List<String> remotes;

    ConfigCondition(Path gitDir, Optional<Path> home, List<String> remotes) {
        this.gitDir = gitDir;
        this.home = home;
        this.remotes = remotes;
    }

    boolean holds(String condition, Optional<Path> file) throws IOException {
        int colon = condition.indexOf(':');
        String argument = condition.substring(colon + 1);
        return switch (condition.substring(0, colon + 1)) {
            case "gitdir:" -> isGitDir(argument, file, false);
            case "gitdir/i:" -> isGitDir(argument, file, true);
            case "onbranch:" -> isBranch(argument);
            case "hasconfig:" -> isRemote(argument);
            default -> false;
        };
    }

    private boolean isGitDir(String argument, Optional<Path> file, boolean anyCase) throws IOException {
        String pattern = argument;
        if (pattern.startsWith("~/") && home.isPresent()) {
            pattern = unixed(home.get()) + pattern.substring(1);
        } else if (pattern.startsWith("./") && file.isPresent()) {
            pattern = unixed(file.get().toRealPath().resolveSibling("")) + pattern.substring(1);
        } else if (!Path.of(pattern).isAbsolute()) {
            pattern = "**/" + pattern;
        }
        Wildmatch match = new Wildmatch(withAnyBelow(pattern), anyCase);
        return match.matches(unixed(gitDir.toRealPath())) || match.matches(unixed(gitDir.toAbsolutePath()));
    }

    private boolean isBranch(String argument) throws IOException {
        Path head = gitDir.resolve("HEAD");
        String prefix = "ref: refs/heads/";
        if (!Files.isRegularFile(head)) {
            return false;
        }
        String text = Files.readString(head, StandardCharsets.ISO_8859_1).strip();
        return text.startsWith(prefix)
                && new Wildmatch(withAnyBelow(argument), false).matches(text.substring(prefix.length()));
    }

    private boolean isRemote(String argument) {
        String prefix = "remote.*.url:";
        if (!argument.startsWith(prefix)) {
            return false;
        }
        Wildmatch match = new Wildmatch(argument.substring(prefix.length()), false);
        return remotes.stream().anyMatch(match::matches);
    }

    private static String withAnyBelow(String pattern) {
        return pattern.endsWith("/") ? pattern + "**" : pattern;
    }

    private static String unixed(Path path) {
        return path.toString().replace('\\', '/').replaceFirst("(?<=.)/$", "");
    }
}
