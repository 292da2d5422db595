package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.ProjectInstall;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A project whose package manager chooses the versions anew. */
final class RunLockFile extends Rule<Subject.ProjectInstall> {
    RunLockFile(Severity severity) {
        super("run/lock-file", severity, "A project without its lock file", Subject.ProjectInstall.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.ProjectInstall subject) {
        ProjectInstall install = subject.install();
        if (install.locked()) {
            return Stream.empty();
        }
        return finding(
                install.written(),
                "Nothing here holds the package manager to " + install.lock()
                        + ", so that it may choose the versions on the day that it runs.",
                "Commit " + install.lock() + ", bring it to where this runs, and write " + install.strict() + ".");
    }
}
