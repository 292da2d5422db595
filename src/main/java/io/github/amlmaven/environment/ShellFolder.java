package io.github.amlmaven.environment;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The folder in which the commands of a script run, as far as {@code cd} and its kin tell plainly. */
final class ShellFolder {
    private static final Set<String> ENTER = Set.of("cd", "pushd");

    /** In characters; Linux takes no longer path ({@code PATH_MAX}). */
    private static final int LONGEST = 4096;

    private final Deque<Optional<String>> left = new ArrayDeque<>();

    /** Where it is: an absolute path, or one from where the script began; nothing when that is not plain. */
    private Optional<String> folder = Optional.of("");

    /** The same folder, for a shell of its own. */
    ShellFolder copy() {
        ShellFolder copy = new ShellFolder();
        copy.folder = folder;
        return copy;
    }

    /** Takes note of what a command does to the folder. */
    void apply(ShellCommand command) {
        if (command.program().equals("popd")) {
            folder = left.isEmpty() ? Optional.empty() : left.pop();
        } else if (ENTER.contains(command.program())) {
            List<String> paths = command.words().stream()
                    .skip(1)
                    .map(Token::text)
                    .filter(word -> !word.equals("--"))
                    .toList();
            if (command.program().equals("pushd")) {
                left.push(folder);
            }
            folder = paths.size() == 1 && !paths.get(0).startsWith("-") ? resolve(paths.get(0)) : Optional.empty();
        }
    }

    /** A path as it is from where the script began, or an absolute one; nothing when that is not plain. */
    Optional<String> resolve(String path) {
        if (path.indexOf('$') >= 0 || path.startsWith("~")) {
            return Optional.empty();
        }
        return path.startsWith("/")
                ? Optional.of(path)
                : folder.map(from -> from.isEmpty() ? path : from + "/" + path).filter(way -> way.length() <= LONGEST);
    }
}
