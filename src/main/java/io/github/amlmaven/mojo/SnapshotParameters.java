package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.Coordinates;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoFailureException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that say which snapshot is meant, as a user gave them.
 *
 * @param version {@code aml.version}: a Maven version, or {@code previous}
 * @param commit {@code aml.commit}: the id of a commit, or how it begins
 * @param file {@code aml.file}: a zip
 * @param artifact {@code aml.artifact}: {@code groupId:artifactId}, with {@code :version} or without
 */
record SnapshotParameters(
        Optional<String> version, Optional<String> commit, Optional<Path> file, Optional<String> artifact) {
    private static final String PREVIOUS = "previous";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");
    private static final Pattern VERSION = Pattern.compile("[^\\s:,/\\\\()\\[\\]]+");
    /** Fewer digits than git itself takes say nothing. */
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{4,40}");

    /**
     * Takes them as Maven sets them.
     *
     * @param version {@code aml.version}, if it was given
     * @param commit {@code aml.commit}, if it was given
     * @param file {@code aml.file}, if it was given
     * @param artifact {@code aml.artifact}, if it was given
     * @return the parameters
     */
    static SnapshotParameters of(
            @Nullable String version, @Nullable String commit, @Nullable File file, @Nullable String artifact) {
        return new SnapshotParameters(
                Optional.ofNullable(version),
                Optional.ofNullable(commit),
                Optional.ofNullable(file).map(File::toPath),
                Optional.ofNullable(artifact));
    }

    /**
     * Those of a goal that looks at all versions.
     *
     * @param artifact {@code aml.artifact}
     * @return the parameters
     * @throws MojoFailureException when that says a version
     */
    static SnapshotParameters ofAllVersions(Optional<String> artifact) throws MojoFailureException {
        SnapshotParameters parameters =
                new SnapshotParameters(Optional.empty(), Optional.empty(), Optional.empty(), artifact);
        if (parameters.parts().length > 2) {
            throw malformed("aml.artifact", artifact.orElseThrow(), "groupId:artifactId here, for all versions");
        }
        return parameters;
    }

    /**
     * What they mean.
     *
     * @param project the project that Maven was called in, if any
     * @return which snapshot, or nothing when none of them says
     * @throws MojoFailureException when they contradict each other, when one is malformed, or when nothing says whose snapshot
     */
    Optional<Wanted> wanted(Optional<Coordinates> project) throws MojoFailureException {
        String[] parts = parts();
        Optional<String> coordinatesWithVersion = artifact.filter(text -> parts.length > 2 || file.isPresent());
        String given = Stream.of(
                        version.map(text -> "aml.version=" + text),
                        commit.map(text -> "aml.commit=" + text),
                        file.map(path -> "aml.file=" + path),
                        coordinatesWithVersion.map(text -> "aml.artifact=" + text))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        if (given.isEmpty()) {
            return Optional.empty();
        } else if (given.contains(", aml.")) {
            throw new MojoFailureException("Each of these says which snapshot, so give only one: " + given + ".");
        } else if (file.isPresent()) {
            return Optional.of(new Wanted.InFile(file.get()));
        }
        Coordinates coordinates = coordinates(project);
        if (commit.isPresent()) {
            return Optional.of(new Wanted.OfCommit(
                    coordinates, matching(COMMIT, commit.get(), "aml.commit", "4 to 40 hexadecimal digits")));
        }
        String wanted = version.orElseGet(() -> parts[2]);
        if (wanted.equals(PREVIOUS)) {
            return Optional.of(new Wanted.Previous(coordinates));
        }
        return Optional.of(new Wanted.OfVersion(
                coordinates, matching(VERSION, wanted, "aml.version", "one version, or previous")));
    }

    /**
     * Whose snapshots are meant.
     *
     * @param project the project that Maven was called in, if any
     * @return those of {@code aml.artifact}, and without it the project's own
     * @throws MojoFailureException when neither says, or {@code aml.artifact} is malformed
     */
    Coordinates coordinates(Optional<Coordinates> project) throws MojoFailureException {
        if (artifact.isPresent()) {
            String[] parts = parts();
            return new Coordinates(parts[0], parts[1]);
        }
        return project.orElseThrow(() -> new MojoFailureException("There is no project here, so say whose snapshot:"
                + " -Daml.artifact=groupId:artifactId, with :version or without."));
    }

    private String[] parts() throws MojoFailureException {
        if (artifact.isEmpty()) {
            return new String[0];
        }
        String[] parts = artifact.get().split(":", -1);
        boolean wellFormed = (parts.length == 2 || parts.length == 3)
                && Stream.of(parts).limit(2).allMatch(part -> NAME.matcher(part).matches());
        if (!wellFormed) {
            throw malformed("aml.artifact", artifact.get(), "groupId:artifactId or groupId:artifactId:version");
        }
        return parts;
    }

    private static String matching(Pattern pattern, String text, String property, String takes)
            throws MojoFailureException {
        if (!pattern.matcher(text).matches()) {
            throw malformed(property, text, takes);
        }
        return text;
    }

    private static MojoFailureException malformed(String property, String text, String takes) {
        return new MojoFailureException(property + " is '" + text + "'; it takes " + takes + ".");
    }
}
