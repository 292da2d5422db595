package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A package specification that conda refuses. */
final class CondaMalformed extends Rule<Subject.CondaPackage> {
    CondaMalformed() {
        super("conda/malformed", Severity.REFUSE, "A conda package that conda cannot read", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        if (subject.dependency().spec().isPresent()) {
            return Stream.empty();
        }
        return finding(
                subject.dependency().written(),
                "This is no package specification of conda's.",
                "Write name==version, as conda's package match specifications have it.");
    }
}
