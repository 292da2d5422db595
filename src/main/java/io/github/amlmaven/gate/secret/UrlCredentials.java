package io.github.amlmaven.gate.secret;

import io.github.amlmaven.environment.Secret.Kind;
import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** Credentials inside a URL. */
final class UrlCredentials extends Rule<Subject.Secret> {
    UrlCredentials() {
        super("secret/url-credentials", Severity.REFUSE, "Credentials in a URL", Subject.Secret.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.Secret subject) {
        if (subject.secret().kind() != Kind.URL) {
            return Stream.empty();
        }
        return finding(
                subject.secret().location(),
                subject.secret().found(),
                "Whoever reads the repository, or a snapshot of it, can use them.",
                "Remove them and change them; pip fills ${NAME} in from an environment variable, and a workspace connection holds the rest.");
    }
}
