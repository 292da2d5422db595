package io.github.amlmaven.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where git keeps what is not in a repository: the system's and the user's files. */
final class ConfigFiles {
    private ConfigFiles() {}

    static Optional<Path> home(Map<String, String> environment) {
        return variable(environment, "HOME")
                .or(() -> variable(environment, "USERPROFILE"))
                .map(Path::of);
    }

    /** The configuration outside of repositories, in the order in which it counts. */
    static List<Path> outside(Map<String, String> environment) {
        List<Path> files = new ArrayList<>();
        if (!GitConfig.isTrue(environment.getOrDefault("GIT_CONFIG_NOSYSTEM", "false"))) {
            variable(environment, "GIT_CONFIG_SYSTEM")
                    .map(Path::of)
                    .or(() -> system(environment, "gitconfig"))
                    .ifPresent(files::add);
        }
        Optional<Path> global = variable(environment, "GIT_CONFIG_GLOBAL").map(Path::of);
        if (global.isPresent()) {
            files.add(global.get());
        } else {
            user(environment, "config").ifPresent(files::add);
            home(environment).map(folder -> folder.resolve(".gitconfig")).ifPresent(files::add);
        }
        return files;
    }

    /** A file of the user's git folder: {@code config}, {@code ignore} or {@code attributes}. */
    static Optional<Path> user(Map<String, String> environment, String name) {
        return variable(environment, "XDG_CONFIG_HOME")
                .map(Path::of)
                .or(() -> home(environment).map(folder -> folder.resolve(".config")))
                .map(folder -> folder.resolve("git").resolve(name));
    }

    /**
     * A file of the whole system. Its place is compiled into git; {@code /etc} is where distributions put it, and beside the program is where
     * Homebrew and Git for Windows do.
     */
    static Optional<Path> system(Map<String, String> environment, String name) {
        Path usual = Path.of("/etc", name);
        if (Files.exists(usual)) {
            return Optional.of(usual);
        }
        String separator = File.pathSeparator;
        for (String folder : environment.getOrDefault("PATH", "").split(separator, -1)) {
            Path program = folder.isEmpty() ? Path.of("git") : Path.of(folder, "git");
            if (Files.exists(program) || Files.exists(program.resolveSibling("git.exe"))) {
                return Optional.of(
                                program.resolveSibling("../etc").resolve(name).normalize())
                        .filter(Files::exists);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> variable(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
