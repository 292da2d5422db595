package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Data by a label, or without a version. */
final class DataLabel extends Rule<Subject.RemoteReference> {
    DataLabel(Severity severity) {
        super("data/label", severity, "Data by its label", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.LABEL
                .of(subject, RemoteKind.DATA)
                .flatMap(floating -> finding(
                        floating.reference().location(),
                        floating.reference().written(),
                        "A label moves to every new version, so the same definition reads other data tomorrow.",
                        LabelledAsset.fix(floating)));
    }
}
