package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** {@code LATEST} or {@code RELEASE} for a version. */
final class MavenLatest extends Rule<Subject.MavenArtifact> {
    MavenLatest() {
        super("maven/latest", Severity.REFUSE, "LATEST or RELEASE for a version", Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        if (!ArtifactVersion.is(ArtifactVersion::isLatest, subject)) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                Wording.artifact(subject) + " is whatever was published last on the day of the build.",
                Wording.exactly(subject));
    }
}
