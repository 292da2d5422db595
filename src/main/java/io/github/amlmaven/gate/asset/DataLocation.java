package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Data by the place where it lies. */
final class DataLocation extends Rule<Subject.RemoteReference> {
    DataLocation(Severity severity) {
        super("data/location", severity, "Data by its place", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.LOCATION
                .of(subject, RemoteKind.DATA)
                .flatMap(
                        floating -> finding(
                                floating.reference().location(),
                                floating.reference().written(),
                                "Whoever may write to the place can replace what lies there.",
                                "Register a version of the data and write azureml:<name>:<version>, or accept the warning when it floats on purpose."));
    }
}
