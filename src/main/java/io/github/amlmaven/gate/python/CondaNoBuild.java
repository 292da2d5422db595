package io.github.amlmaven.gate.python;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A conda package with one {@code =}, a whole version and no build. */
final class CondaNoBuild extends Rule<Subject.CondaPackage> {
    CondaNoBuild() {
        super("conda/no-build", Severity.WARN, "A conda version with one = and no build", Subject.CondaPackage.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.CondaPackage subject) {
        return CondaCondition.of(subject, CondaCondition.LONG_PREFIX)
                .flatMap(spec -> finding(
                        subject.dependency().written(),
                        "With one = and no build conda takes any version that begins so, such as "
                                + spec.prefix().orElse("") + ".1.",
                        "Write " + spec.name() + "==" + spec.prefix().orElse("") + ", or add the build: " + spec.name()
                                + "=" + spec.prefix().orElse("") + "=<build>."));
    }
}
