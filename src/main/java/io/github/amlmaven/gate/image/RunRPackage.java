package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Packages that R installs by itself. */
final class RunRPackage extends Rule<Subject.Command> {
    RunRPackage(Severity severity) {
        super("run/r-package", severity, "An R package without a version", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        return RPackages.loose(subject.command())
                .flatMap(
                        loose -> finding(
                                loose,
                                "Neither the version of a package is named here nor the day of a repository.",
                                "Name a repository as it was on one day, such as https://packagemanager.posit.co/cran/<date>; or use remotes::install_version, or renv::restore with a lock file."));
    }
}
