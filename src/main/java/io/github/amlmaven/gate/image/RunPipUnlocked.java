package io.github.amlmaven.gate.image;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** An exact package on pip's command line, where no digest can stand. */
final class RunPipUnlocked extends Rule<Subject.PipInstall> {
    RunPipUnlocked() {
        super("run/pip-unlocked", Severity.REFUSE, "pip install of a name", Subject.PipInstall.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.PipInstall subject) {
        PipLine line = subject.line();
        boolean installs = line instanceof PipLine.Named || line instanceof PipLine.Placed;
        if (!installs || (!line.isExact() && !subject.constrained())) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "What this package drags in is whatever is newest on the day that it runs.",
                "Install a requirements file with digests for everything.");
    }
}
