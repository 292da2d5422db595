package io.github.amlmaven.mojo.pom;

import java.util.Optional;
import org.apache.maven.model.InputLocationTracker;

/**
 * An artifact that a pom asks for, as it is written there.
 *
 * @param slot what it fills
 * @param name the artifact's group and name, joined by a colon, with every property replaced
 * @param version the version as written; nothing when the pom leaves it to another place
 * @param element knows the places
 * @param pom the pom
 */
record Declaration(Slot slot, String name, Optional<String> version, InputLocationTracker element, Pom pom) {

    String artifactId() {
        return name.substring(name.indexOf(':') + 1);
    }

    boolean hasVersion() {
        return version.isPresent();
    }
}
