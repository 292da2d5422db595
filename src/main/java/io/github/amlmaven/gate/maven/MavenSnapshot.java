package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/**
 * A version that is not released yet. A module of the same commit is as fixed as the commit, whatever its version is; so is the project
 * itself. What a SNAPSHOT pom of somebody else asks for is not listed, since that pom is.
 */
final class MavenSnapshot extends Rule<Subject.MavenArtifact> {
    MavenSnapshot() {
        super("maven/snapshot", Severity.REFUSE, "A SNAPSHOT that another commit builds", Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        boolean consequence = subject.outside()
                .map(pom -> new ArtifactVersion(pom.substring(pom.lastIndexOf(':') + 1)))
                .filter(ArtifactVersion::isSnapshot)
                .isPresent();
        if (subject.builtHere()
                || consequence
                || MavenOwnSnapshot.isOwn(subject)
                || !ArtifactVersion.is(ArtifactVersion::isSnapshot, subject)) {
            return Stream.empty();
        }
        String why = ArtifactVersion.is(ArtifactVersion::isNumbered, subject)
                ? " is one build of a SNAPSHOT, which repositories delete after some time."
                : " is whatever was built last, and can be something else tomorrow.";
        return finding(
                subject.location(),
                subject.written(),
                Wording.artifact(subject) + why,
                Wording.exactly(subject)
                        + " A module of this repository may stay a SNAPSHOT where Maven runs in a folder that has both.");
    }
}
