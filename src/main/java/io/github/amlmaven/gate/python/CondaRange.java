package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda package that a later release can satisfy. */
final class CondaRange extends Rule<Subject.CondaPackage> {
    CondaRange() {
        super("conda/range", Severity.REFUSE, "A range of conda versions", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        return CondaCondition.of(subject, CondaCondition.RANGE)
                .flatMap(spec -> finding(
                        subject.dependency().written(),
                        "A range takes the newest version inside it on the day that the environment is built.",
                        PinnedText.of(spec)));
    }
}
