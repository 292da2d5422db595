package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A project that is a SNAPSHOT itself, where only releases are wanted. */
final class MavenUnreleasedProject extends Rule<Subject.ProjectVersion> {
    MavenUnreleasedProject() {
        super(
                "maven/unreleased-project",
                Severity.REFUSE,
                "A project that is not released",
                Subject.ProjectVersion.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.ProjectVersion subject) {
        if (!ArtifactVersion.of(subject).isSnapshot()) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                subject.name() + ":" + subject.version() + " is no release, and aml.requireRelease asks for one.",
                "Release the project, as with `mvn release:prepare release:perform`, or build it without aml.requireRelease.");
    }
}
