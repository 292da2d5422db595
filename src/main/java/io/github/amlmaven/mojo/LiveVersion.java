package io.github.amlmaven.mojo;

import io.github.amlmaven.publish.Running;
import io.github.amlmaven.snapshot.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Which one version is live, of all that schedules and endpoints say. What a version did not change keeps the tags of the one that wrote it; so
 * when they differ, the manifests tell whose content all of it is.
 */
final class LiveVersion {
    private final String project;
    private final String where;
    private final Manifests manifests;

    /** Finds manifests. */
    @FunctionalInterface
    interface Manifests {
        /**
         * Finds one.
         *
         * @param version a Maven version
         * @return its manifest, if a repository has it
         * @throws MojoFailureException when it cannot be understood
         * @throws MojoExecutionException when a repository cannot be asked
         */
        Optional<Manifest> of(String version) throws MojoFailureException, MojoExecutionException;
    }

    /**
     * Asks nothing yet.
     *
     * @param project {@code groupId:artifactId}
     * @param where the target, for people
     * @param manifests where manifests are
     */
    LiveVersion(String project, String where, Manifests manifests) {
        this.project = project;
        this.where = where;
        this.manifests = manifests;
    }

    /**
     * Finds the one version.
     *
     * @param all what runs a version of the project, or did until it was over or switched off, which counts for nothing
     * @return a Maven version
     * @throws MojoFailureException when nothing is live, or several versions are; the message names what runs them
     * @throws MojoExecutionException when a repository cannot be asked
     */
    String of(List<Running> all) throws MojoFailureException, MojoExecutionException {
        List<Running> live = all.stream().filter(Running::isLive).toList();
        Set<String> versions = live.stream().map(Running::version).collect(Collectors.toCollection(TreeSet::new));
        if (versions.isEmpty()) {
            throw new MojoFailureException("aml.version=previous: no schedule and no endpoint of " + where
                    + " runs a version of " + project + ", so there is none to go back from.\n"
                    + all.stream()
                            .map(one -> "  " + one.kind() + " " + one.name() + " names " + one.version()
                                    + " and runs nothing: " + one.idle().orElse("") + "\n")
                            .collect(Collectors.joining())
                    + "Name the version; `mvn aml:history` lists them.");
        } else if (versions.size() == 1) {
            return versions.iterator().next();
        }
        for (String version : versions) {
            if (isAll(version, live)) {
                return version;
            }
        }
        throw new MojoFailureException("aml.version=previous: several versions of " + project + " are live in " + where
                + ", so there is no one before:\n"
                + live.stream()
                        .map(one -> "  " + one.kind() + " " + one.name() + " runs " + one.version() + "\n")
                        .collect(Collectors.joining())
                + "Name the version; `mvn aml:history` lists them.");
    }

    /** Whether all that is live is what this version has. */
    private boolean isAll(String version, List<Running> live) throws MojoFailureException, MojoExecutionException {
        Set<String> digests = manifests.of(version).stream()
                .flatMap(manifest -> manifest.assets().stream())
                .map(Manifest.AssetEntry::digest)
                .collect(Collectors.toSet());
        return live.stream().allMatch(one -> digests.contains(one.digest()));
    }
}
