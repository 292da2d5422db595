package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Data without a version. */
final class DataNoVersion extends Rule<Subject.RemoteReference> {
    DataNoVersion(Severity severity) {
        super("data/no-version", severity, "Data without a version", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.NO_VERSION
                .of(subject, RemoteKind.DATA)
                .flatMap(floating -> finding(
                        floating.reference().location(),
                        floating.reference().written(),
                        "Without a version the workspace takes whichever is there at the time.",
                        "Write the version: azureml:<name>:<version>."));
    }
}
