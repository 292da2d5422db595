package io.github.amlmaven.gate.maven;

import io.github.amlmaven.gate.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a version asks for, as <a href="https://maven.apache.org/pom.html#Dependency_Version_Requirement_Specification">Maven reads it</a>.
 *
 * @param text the version, without properties
 */
record ArtifactVersion(String text) {
    /** One build of a SNAPSHOT, as a repository numbers it: {@code 1.0-20240131.112233-4}. */
    private static final Pattern NUMBERED = Pattern.compile(".*\\d{8}\\.\\d{6}-\\d+");

    /** A range of one version; {@code [1.2.*]} is none, since to Maven that has every 1.2 in it. */
    private static final Pattern HARD = Pattern.compile("\\[\\s*([^,\\[\\]()\\s]+(?<!\\.\\*))\\s*(?:,\\s*\\1\\s*)?]");

    static Optional<ArtifactVersion> of(Subject.MavenArtifact artifact) {
        return artifact.version().map(String::trim).map(ArtifactVersion::new);
    }

    /** The version of a project. */
    static ArtifactVersion of(Subject.ProjectVersion project) {
        return new ArtifactVersion(project.version());
    }

    /** The version of an artifact, where there is one that a rule is for. */
    static boolean is(Predicate<ArtifactVersion> kind, Subject.MavenArtifact artifact) {
        return of(artifact).filter(kind).isPresent();
    }

    boolean isSnapshot() {
        Matcher hard = HARD.matcher(text);
        String version = hard.matches() ? hard.group(1) : text;
        return version.toUpperCase(Locale.ROOT).endsWith("SNAPSHOT") || isNumbered();
    }

    boolean isNumbered() {
        return NUMBERED.matcher(text).matches();
    }

    boolean isRange() {
        return (text.startsWith("[") || text.startsWith("("))
                && !HARD.matcher(text).matches();
    }

    boolean isLatest() {
        return text.equals("LATEST") || text.equals("RELEASE");
    }
}
