package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A requirement after {@code -e}. */
final class PipEditable extends Rule<Subject.Pip> {
    PipEditable() {
        super("pip/editable", Severity.REFUSE, "An editable requirement", Subject.Pip.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Pip subject) {
        return PipSource.of(subject.line())
                .filter(PipSource::editable)
                .map(source -> finding(
                        subject.line().written(),
                        "An editable requirement is used where it lies, so what runs is whatever the folder holds at the time.",
                        "Install a released version with ==, or a repository at a commit without -e."))
                .orElseGet(Stream::empty);
    }
}
