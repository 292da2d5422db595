package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda environment that leaves the version of Python open. */
final class CondaNoPython extends Rule<Subject.Conda> {
    CondaNoPython() {
        super("conda/no-python", Severity.REFUSE, "A conda environment without python", Subject.Conda.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Conda subject) {
        boolean python = CondaCondition.lists(subject.environment(), "python");
        if (python || !subject.complete()) {
            return Stream.empty();
        }
        return finding(
                subject.environment().location(),
                "dependencies",
                "Without python among the dependencies, its version is whatever the other packages or the image bring.",
                "Add python==<version>, with the version that you tested.");
    }
}
