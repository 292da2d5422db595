package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A plugin of a pom for which no pom says a version. */
final class MavenPluginVersion extends Rule<Subject.MavenArtifact> {
    MavenPluginVersion() {
        super("maven/plugin-version", Severity.WARN, "A plugin without a version", Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        if (subject.version().isPresent()) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                Wording.artifact(subject)
                        + " has no version in any pom, so that every Maven takes another one: its own default, or the newest.",
                Wording.exactly(subject));
    }
}
