package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A file or folder where the environment is built. */
final class PipLocalPath extends Rule<Subject.Pip> {
    PipLocalPath() {
        super("pip/local-path", Severity.REFUSE, "A path on the machine that builds", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (subject.line().isExact()) {
            return Stream.empty();
        }
        return PipSource.of(subject.line())
                .filter(source -> !source.editable() && !source.remote())
                .map(source -> finding(
                        subject.line().written(),
                        "What lies at a path when the environment is built is no part of the environment's definition.",
                        "Publish the package to an index and pin it with ==, or add --hash=sha256:<digest>."))
                .orElseGet(Stream::empty);
    }
}
