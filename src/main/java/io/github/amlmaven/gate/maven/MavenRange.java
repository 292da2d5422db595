package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A version that a later release can satisfy. */
final class MavenRange extends Rule<Subject.MavenArtifact> {
    MavenRange() {
        super("maven/range", Severity.REFUSE, "A range of versions of an artifact", Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        if (!ArtifactVersion.is(ArtifactVersion::isRange, subject)) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                Wording.artifact(subject) + " is the newest release in the range on the day of the build.",
                Wording.exactly(subject));
    }
}
