package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda environment as YAML: conda solves for what its packages drag in, whatever is said of them. */
final class CondaNotLocked extends Rule<Subject.Conda> {
    CondaNotLocked() {
        super("conda/not-locked", Severity.REFUSE, "A conda environment that conda has to solve", Subject.Conda.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Conda subject) {
        return subject.environment().dependencies().stream()
                .limit(1)
                .flatMap(first -> finding(
                        first.written(),
                        "However exact its packages are, conda solves for what they drag in when the environment is built.",
                        "Write the solved environment down (conda list --explicit --sha256), and install that list in a Dockerfile"
                                + " with conda create --file."));
    }
}
