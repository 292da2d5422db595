package io.github.amlmaven.gate.secret;

import io.github.amlmaven.environment.Secret.Kind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** The password of a registry in a definition. */
final class RegistryPassword extends Rule<Subject.Secret> {
    RegistryPassword() {
        super("secret/registry-password", Severity.REFUSE, "The password of a registry", Subject.Secret.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Secret subject) {
        if (subject.secret().kind() != Kind.IMAGE_REGISTRY) {
            return Stream.empty();
        }
        return finding(
                subject.secret().location(),
                subject.secret().found(),
                "Whoever reads the repository, or a snapshot of it, can use the registry.",
                "Remove it, change the password, and let the workspace's identity pull from the registry.");
    }
}
