package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A package of npm, Go, Cargo, RubyGems or a manager of Python projects by its name alone. */
final class RunToolInstall extends Rule<Subject.Command> {
    RunToolInstall(Severity severity) {
        super("run/tool-install", severity, "A package of another language without a version", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        return Stream.of(NamedTool.values()).flatMap(tool -> tool.loose(subject.command())
                .flatMap(loose -> finding(
                        loose,
                        "The package is whatever version is newest on the day that it runs.",
                        "Name the very version, as in " + tool.example() + "; or install what a lock file names.")));
    }
}
