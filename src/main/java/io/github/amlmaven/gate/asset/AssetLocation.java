package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Target.RemoteKind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A component, an environment or a model by the place where it lies. */
final class AssetLocation extends Rule<Subject.RemoteReference> {
    AssetLocation() {
        super("asset/location", Severity.REFUSE, "An asset by its place", Subject.RemoteReference.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.RemoteReference subject) {
        return Floating.LOCATION
                .of(subject, RemoteKind.COMPONENT, RemoteKind.ENVIRONMENT, RemoteKind.MODEL)
                .flatMap(floating -> finding(
                        floating.reference().location(),
                        floating.reference().written(),
                        "Whoever may write to the place can replace what lies there.",
                        "Register it and write azureml:<name>:<version>, or commit it to this repository."));
    }
}
