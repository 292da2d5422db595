package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A conda environment with a {@code pip:} section that leaves the version of pip open. */
final class CondaUnpinnedPip extends Rule<Subject.Conda> {
    CondaUnpinnedPip() {
        super("conda/unpinned-pip", Severity.REFUSE, "A pip section without pip", Subject.Conda.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Conda subject) {
        Optional<List<PipLine>> pip = subject.environment().pip();
        if (pip.isEmpty() || !subject.complete() || CondaCondition.lists(subject.environment(), "pip")) {
            return Stream.empty();
        }
        return finding(
                subject.environment().pipAt(),
                "pip",
                "What pip installs depends on pip, and conda adds the newest one when none is among the dependencies.",
                "Add pip==<version> to the dependencies, before the pip: section.");
    }
}
