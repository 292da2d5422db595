package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.VersionSpecifier;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.List;
import java.util.stream.Stream;

/** A requirement that a later release can satisfy. */
final class PipRange extends Rule<Subject.Pip> {
    PipRange() {
        super("pip/range", Severity.REFUSE, "A range of versions", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Named line) || subject.constrained() || line.isExact()) {
            return Stream.empty();
        }
        List<VersionSpecifier> specifiers = line.requirement().specifiers();
        if (specifiers.isEmpty() || specifiers.stream().anyMatch(PipWildcard::isPrefix)) {
            return Stream.empty();
        }
        return finding(
                line.written(),
                "A range takes the newest version inside it on the day that the environment is built.",
                PinnedText.of(line.requirement()));
    }
}
