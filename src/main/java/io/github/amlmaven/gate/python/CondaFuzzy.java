package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda package with one {@code =} and a short version, which conda takes for a prefix. */
final class CondaFuzzy extends Rule<Subject.CondaPackage> {
    CondaFuzzy() {
        super("conda/fuzzy", Severity.REFUSE, "A conda version with one =", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        return CondaCondition.of(subject, CondaCondition.SHORT_PREFIX)
                .flatMap(spec -> finding(
                        subject.dependency().written(),
                        "With one = conda takes any version that begins so: "
                                + spec.version().orElse("") + ".",
                        PinnedText.of(spec)));
    }
}
