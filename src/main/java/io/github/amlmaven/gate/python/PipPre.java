package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** The permission to take releases that are not final. */
final class PipPre extends Rule<Subject.Pip> {
    PipPre() {
        super("pip/pre", Severity.REFUSE, "Pre-releases", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        return PipSettings.named(subject.line(), "--pre", "--all-releases")
                .flatMap(setting -> finding(
                        setting.written(),
                        "With pre-releases allowed, packages that others ask for float even further.",
                        "Remove it, and name the pre-release that you need with ==."));
    }
}
