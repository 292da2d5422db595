package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a run of uv takes from the {@code pyproject.toml} of the folder where it runs. {@code uv pip} reads its settings whatever it installs,
 * and its sources when it installs the project; {@code uv sync} reads both where no lock file has the last word.
 *
 * @param settings whether {@code tool.uv} counts; a {@code uv.toml} beside it comes before that
 * @param sources whether {@code tool.uv.sources} counts
 */
record UvProject(boolean settings, boolean sources) {
    /** The project itself, with extras or without. */
    private static final Pattern SELF = Pattern.compile("\\./?(?:\\[[^]]*])?|(?:\\./)?pyproject\\.toml");

    /** Whether a command is one that reads it. */
    static boolean isRead(ShellCommand command, List<PipLine> lines, Optional<ProjectInstall> project) {
        return command.program().equals("uv")
                && (!lines.isEmpty()
                        || project.filter(install -> !install.locked()).isPresent());
    }

    /** What such a command takes. */
    static UvProject of(ShellCommand command, List<PipLine> lines) {
        boolean self = lines.isEmpty() || lines.stream().anyMatch(UvProject::isSelf);
        return new UvProject(!has(command, "--no-config"), self && !has(command, "--no-sources"));
    }

    private static boolean has(ShellCommand command, String option) {
        return command.words().stream().anyMatch(word -> word.text().equals(option));
    }

    private static boolean isSelf(PipLine line) {
        if (line instanceof PipLine.Placed placed) {
            return SELF.matcher(placed.source().text()).matches();
        }
        return line instanceof PipLine.Include include
                && SELF.matcher(include.source().text()).matches();
    }
}
