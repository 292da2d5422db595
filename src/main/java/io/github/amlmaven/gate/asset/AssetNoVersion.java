package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A component, an environment or a model without a version. */
final class AssetNoVersion extends Rule<Subject.RemoteReference> {
    AssetNoVersion() {
        super("asset/no-version", Severity.REFUSE, "An asset without a version", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.NO_VERSION
                .of(subject, RemoteKind.COMPONENT, RemoteKind.ENVIRONMENT, RemoteKind.MODEL)
                .flatMap(floating -> finding(
                        floating.reference().location(),
                        floating.reference().written(),
                        "Without a version the workspace takes whichever is its default at the time.",
                        LabelledAsset.fix(floating)));
    }
}
