package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Finding;
import io.github.amlmaven.gate.Rule;
import io.github.amlmaven.gate.Severity;
import io.github.amlmaven.gate.Subject;
import java.util.stream.Stream;

/** This plugin before its release. It is no part of what is captured, and the manifest names it: so this only warns. */
final class MavenOwnSnapshot extends Rule<Subject.MavenArtifact> {
    private static final String OWN = "io.github.amlmaven:aml-maven-plugin";

    MavenOwnSnapshot() {
        super("maven/own-snapshot", Severity.WARN, "This plugin as a SNAPSHOT", Subject.MavenArtifact.class);
    }

    @Override
    protected Stream<Finding> judge(Subject.MavenArtifact subject) {
        if (!isOwn(subject) || !ArtifactVersion.is(ArtifactVersion::isSnapshot, subject)) {
            return Stream.empty();
        }
        return finding(
                subject.location(),
                subject.written(),
                "A SNAPSHOT of this plugin makes the snapshot; the manifest names it, and nobody may find that build again.",
                "Use a released version of " + OWN + " for what is published.");
    }

    static boolean isOwn(Subject.MavenArtifact subject) {
        return subject.name().equals(OWN);
    }
}
