package io.github.amlmaven.gate.secret;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.SecretKind;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A secret of one kind in a file that is captured. */
final class StandingSecret extends Rule<Subject.Secret> {
    private final SecretKind kind;

    StandingSecret(SecretKind kind) {
        super(kind.id(), Severity.REFUSE, kind.title(), Subject.Secret.class);
        this.kind = kind;
    }

    @Override
    protected Stream<Finding> judge(Subject.Secret subject) {
        if (subject.kind() != kind) {
            return Stream.empty();
        }
        return finding(
                subject.found(),
                "Whoever reads the repository, or a snapshot of it, can use what it opens.",
                kind.fix());
    }
}
