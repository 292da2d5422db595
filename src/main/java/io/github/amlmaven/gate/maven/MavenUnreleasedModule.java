package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** A module of the same commit that is a SNAPSHOT, taken by a project that is none: Maven deploys that project to where releases go. */
final class MavenUnreleasedModule extends Rule<Subject.MavenArtifact> {
    MavenUnreleasedModule() {
        super(
                "maven/unreleased-module",
                Severity.REFUSE,
                "A released project that takes a SNAPSHOT of its own commit",
                Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        if (!subject.builtHere()
                || !subject.forRelease()
                || !ArtifactVersion.is(ArtifactVersion::isSnapshot, subject)) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                Wording.artifact(subject)
                        + " is built of this commit and is no release, while the project that takes it is one.",
                "Release both in one go, as the release plugin does, or make this project a SNAPSHOT until then.");
    }
}
