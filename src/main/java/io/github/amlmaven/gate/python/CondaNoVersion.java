package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda package that names no version. */
final class CondaNoVersion extends Rule<Subject.CondaPackage> {
    CondaNoVersion() {
        super("conda/no-version", Severity.REFUSE, "A conda package without a version", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        return CondaCondition.of(subject, CondaCondition.NONE)
                .flatMap(spec -> finding(
                        subject.dependency().written(),
                        "Without a version conda takes the newest that fits on the day that the environment is built.",
                        PinnedText.of(spec)));
    }
}
