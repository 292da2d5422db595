package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Subject;

/** How the messages of these rules name an artifact. */
final class Wording {
    private Wording() {}

    static String artifact(Subject.MavenArtifact artifact) {
        return artifact.name()
                + artifact.version().map(version -> ":" + version).orElse("")
                + artifact.outside().map(pom -> ", which " + pom + " asks for,").orElse("");
    }

    static String exactly(Subject.MavenArtifact artifact) {
        return artifact.outside()
                .map(pom -> "Take a version of " + pom.substring(0, pom.lastIndexOf(':'))
                        + " that asks for a release, or say the version of " + artifact.name()
                        + " in a pom of this repository.")
                .orElse("Write <version> with the release of " + artifact.name() + " that you tested.");
    }
}
