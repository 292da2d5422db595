package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.gate.Subject;
import java.util.Optional;

/** What poms outside of the repository ask for. None of it is built here: a pom that is released knows nothing of this commit. */
final class Outside {
    private Outside() {}

    static Subject artifact(String name, Optional<String> version, String pom, Location entrance) {
        return new Subject.MavenArtifact(
                name,
                version,
                false,
                false,
                version.map(text -> name + ":" + text).orElse(name),
                entrance,
                Optional.of(pom));
    }
}
