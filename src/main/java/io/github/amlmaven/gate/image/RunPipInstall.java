package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Packages that a Dockerfile installs with pip by itself. */
final class RunPipInstall extends Rule<Subject.PipInstall> {
    RunPipInstall(Severity severity) {
        super("run/pip-install", severity, "pip install without a version", Subject.PipInstall.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.PipInstall subject) {
        if (subject.line().isExact() || subject.constrained()) {
            return Stream.empty();
        }
        return finding(
                subject.line().written(),
                subject.line() instanceof PipLine.Include
                        ? "Where this file comes from cannot be followed, so nobody knows whether it is pinned."
                        : "What pip installs here depends on the day that it runs.",
                "Install a requirements file, of the build context or of the code, in which every package has ==.");
    }
}
