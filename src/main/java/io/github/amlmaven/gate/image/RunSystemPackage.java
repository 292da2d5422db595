package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Packages of the operating system. */
final class RunSystemPackage extends Rule<Subject.Command> {
    RunSystemPackage(Severity severity) {
        super("run/system-package", severity, "A system package without a version", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        return PackageInstall.of(subject.command(), PackageInstall.SYSTEM)
                .filter(found -> !PackageInstall.isExactForSystem(found))
                .flatMap(found -> finding(
                        found,
                        "The package is whatever version the distribution has on the day that it runs.",
                        "Write " + found.text().split("=", 2)[0]
                                + "=<version>, or build upon an image, by digest, that has it."));
    }
}
