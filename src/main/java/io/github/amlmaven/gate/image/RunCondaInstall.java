package io.github.amlmaven.gate.image;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Packages that a Dockerfile installs with conda by itself. */
final class RunCondaInstall extends Rule<Subject.Command> {
    RunCondaInstall(Severity severity) {
        super("run/conda-install", severity, "conda install without a version", Subject.Command.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Command subject) {
        return PackageInstall.of(subject.command(), PackageInstall.CONDA)
                .filter(found -> !PackageInstall.isExactForConda(found))
                .flatMap(found -> finding(
                        found,
                        "What conda installs here depends on the day that it runs.",
                        "Write name==version, or install an environment file of the build context or of the code."));
    }
}
