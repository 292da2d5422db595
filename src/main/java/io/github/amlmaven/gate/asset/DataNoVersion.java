package io.github.amlmaven.gate.asset;

import io.github.amlmaven.definition.Reference;
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
                        isOfSdkV1(floating.reference())
                                ? "Write dataset_id in the place of dataset_name, with the id of one version:"
                                        + " Dataset.get_by_name(workspace, name, version).id in Python is that."
                                : "Write the version: azureml:<name>:<version>."));
    }

    /** The pipelines of CLI v1 name data by {@code dataset_name}, which takes no version (azureml-pipeline-core 1.53, _pipeline_yaml_parser). */
    private static boolean isOfSdkV1(Reference reference) {
        return reference.pointer().toString().endsWith("/dataset_name");
    }
}
