package io.github.amlmaven.gate.python;

import io.github.amlmaven.environment.CondaEnvironment;
import io.github.amlmaven.environment.PipLine;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.Set;
import java.util.stream.Stream;

/** A package in the conda file of an MLflow model that names no version. Three numbers without a build are what MLflow itself writes. */
final class ModelEnvironment extends Rule<Subject.ModelEnvironment> {
    private static final Set<CondaCondition> LOOSE =
            Set.of(CondaCondition.NONE, CondaCondition.SHORT_PREFIX, CondaCondition.WILDCARD, CondaCondition.RANGE);

    ModelEnvironment(Severity severity) {
        super("model/environment", severity, "A package of a model that floats", Subject.ModelEnvironment.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.ModelEnvironment subject) {
        CondaEnvironment environment = subject.environment();
        return Stream.concat(
                        environment.dependencies().stream()
                                .filter(ModelEnvironment::isLoose)
                                .map(CondaEnvironment.CondaDependency::written),
                        environment.pip().stream()
                                .flatMap(lines -> lines.stream())
                                .filter(line -> line instanceof PipLine.Named || line instanceof PipLine.Placed)
                                .filter(line -> !line.isExact())
                                .map(PipLine::written))
                .flatMap(
                        written -> finding(
                                written,
                                "A deployment of this model that names no environment is built from this file, with what is newest on that day.",
                                "Write the version that the model was trained with; or name an environment in the deployment."));
    }

    private static boolean isLoose(CondaEnvironment.CondaDependency dependency) {
        Subject.CondaPackage subject = new Subject.CondaPackage(dependency);
        return LOOSE.stream()
                .anyMatch(condition ->
                        CondaCondition.of(subject, condition).findAny().isPresent());
    }
}
