package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A requirement that an environment variable completes. */
final class PipVariable extends Rule<Subject.Pip> {
    PipVariable() {
        super("pip/variable", Severity.REFUSE, "A variable in a requirement", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Variable line)) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "What the variable holds when the environment is built is not recorded anywhere.",
                "Write the value in the place of the variable.");
    }
}
