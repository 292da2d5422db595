package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.environment.VersionSpecifier;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A requirement that any version with a prefix satisfies. */
final class PipWildcard extends Rule<Subject.Pip> {
    PipWildcard() {
        super("pip/wildcard", Severity.REFUSE, "A wildcard in a version", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        if (!(subject.line() instanceof PipLine.Named line) || subject.constrained() || line.isExact()) {
            return Stream.empty();
        }
        return line.requirement().specifiers().stream()
                .filter(PipWildcard::isPrefix)
                .limit(1)
                .flatMap(prefix -> finding(
                        line.written(),
                        "A wildcard takes the newest version that matches " + prefix
                                + " on the day that the environment is built.",
                        PinnedText.of(line.requirement())));
    }

    static boolean isPrefix(VersionSpecifier specifier) {
        return specifier.operator().equals("==") && specifier.isWildcard();
    }
}
