package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A component, an environment or a model by a label. */
final class AssetLabel extends Rule<Subject.RemoteReference> {
    AssetLabel() {
        super("asset/label", Severity.REFUSE, "An asset by its label", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.LABEL
                .of(subject, RemoteKind.COMPONENT, RemoteKind.ENVIRONMENT, RemoteKind.MODEL)
                .flatMap(floating -> finding(
                        floating.reference().location(),
                        floating.reference().written(),
                        "A label moves to every new version, so the same definition runs something else tomorrow.",
                        LabelledAsset.fix(floating)));
    }
}
