package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A second index. */
final class PipExtraIndex extends Rule<Subject.Pip> {
    PipExtraIndex() {
        super("pip/extra-index-url", Severity.WARN, "A second package index", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        return PipSettings.named(subject.line(), "--extra-index-url")
                .flatMap(setting -> finding(
                        setting.written(),
                        "A package comes from whichever index has it, so whoever can publish to one can stand in for the other.",
                        "Use one --index-url that mirrors what you need, or pin with hashes."));
    }
}
