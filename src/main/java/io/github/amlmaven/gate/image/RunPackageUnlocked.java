package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An exact package that conda or the operating system's package manager installs, with all that it drags in. */
final class RunPackageUnlocked extends Rule<Subject.Command> {
    RunPackageUnlocked() {
        super("run/package-unlocked", Severity.REFUSE, "A package that drags others in", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        return Stream.concat(
                        PackageInstall.of(subject.command(), PackageInstall.CONDA)
                                .filter(PackageInstall::isExactForConda),
                        PackageInstall.of(subject.command(), PackageInstall.SYSTEM)
                                .filter(PackageInstall::isExactForSystem))
                .flatMap(
                        found -> finding(
                                found,
                                "What this package drags in is whatever is newest on the day that it runs.",
                                "Build upon an image, by digest, that has it, or install conda packages from an explicit list with digests."));
    }
}
