package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.Requirement;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A requirement that names no version. */
final class PipNoVersion extends Rule<Subject.Pip> {
    PipNoVersion() {
        super("pip/no-version", Severity.REFUSE, "A package without a version", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Named line) || subject.constrained() || line.isExact()) {
            return Stream.empty();
        }
        Requirement requirement = line.requirement();
        if (!requirement.specifiers().isEmpty() || requirement.url().isPresent()) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "Without a version pip takes the newest on the day that the environment is built.",
                PinnedText.of(requirement));
    }
}
