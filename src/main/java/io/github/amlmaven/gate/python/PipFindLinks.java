package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A page or folder with more packages. */
final class PipFindLinks extends Rule<Subject.Pip> {
    PipFindLinks() {
        super("pip/find-links", Severity.WARN, "A page of more packages", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        return PipSettings.named(subject.line(), "--find-links")
                .flatMap(setting -> finding(
                        setting.written(),
                        "A package comes from whichever place has it, and what this one lists can change.",
                        "Use one --index-url that has what you need, or pin with hashes."));
    }
}
