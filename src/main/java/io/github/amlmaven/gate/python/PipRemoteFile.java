package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Requirements that are read from a URL. */
final class PipRemoteFile extends Rule<Subject.Pip> {
    PipRemoteFile() {
        super("pip/remote-file", Severity.REFUSE, "A requirements file behind a URL", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Include include)
                || !include.source().text().contains("://")) {
            return Stream.empty();
        }
        return finding(
                include.source(),
                "A list behind a URL can change at any time, and what is in it cannot be judged here.",
                "Commit a copy of the file and include that.");
    }
}
