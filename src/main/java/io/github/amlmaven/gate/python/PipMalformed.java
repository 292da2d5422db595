package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A line that pip refuses. */
final class PipMalformed extends Rule<Subject.Pip> {
    PipMalformed() {
        super("pip/malformed", Severity.REFUSE, "A line that pip cannot read", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Malformed line)) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "pip refuses this line: " + line.reason() + ".",
                "Correct the line; `pip install --dry-run -r` of the file shows whether pip takes it.");
    }
}
