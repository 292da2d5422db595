package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda package with a wildcard in its version. */
final class CondaWildcard extends Rule<Subject.CondaPackage> {
    CondaWildcard() {
        super("conda/wildcard", Severity.REFUSE, "A wildcard in a conda version", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        return CondaCondition.of(subject, CondaCondition.WILDCARD)
                .flatMap(spec -> finding(
                        subject.dependency().written(),
                        "A wildcard takes the newest version that matches on the day that the environment is built.",
                        PinnedText.of(spec)));
    }
}
