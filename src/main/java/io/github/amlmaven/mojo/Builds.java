package io.github.amlmaven.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The snapshots of this build, for the goals that go on with them. */
final class Builds {
    private static final String MEND = " here. Run mvn package first, or say which one: -Daml.version=, -Daml.file=.";

    private Builds() {}

    /**
     * A snapshot of this build.
     *
     * @param project of which project
     * @param zip the snapshot
     */
    record Built(MavenProject project, Path zip) {}

    /**
     * Finds the snapshots of projects.
     *
     * @param projects the projects
     * @param required whether it is a mistake that none of them has one
     * @param log is told of each that has none
     * @return those that there are
     * @throws MojoFailureException when one is required and there is none, or when a project has several
     * @throws MojoExecutionException when a build directory cannot be read
     */
    static List<Built> of(List<MavenProject> projects, boolean required, Log log)
            throws MojoFailureException, MojoExecutionException {
        List<Built> all = new ArrayList<>();
        for (MavenProject project : projects) {
            Optional<Path> zip = zip(project);
            if (zip.isPresent()) {
                all.add(new Built(project, zip.get()));
            } else if (projects.size() > 1 || !required) {
                log.info("There is no snapshot of " + project.getArtifactId() + ".");
            }
        }
        if (all.isEmpty() && required) {
            String whose = projects.size() == 1 ? " of " + projects.get(0).getArtifactId() : "";
            throw new MojoFailureException("There is no snapshot" + whose + MEND);
        }
        return all;
    }

    private static Optional<Path> zip(MavenProject project) throws MojoFailureException, MojoExecutionException {
        try {
            return BuiltSnapshots.of(project);
        } catch (IOException e) {
            throw new MojoExecutionException("Looking for the snapshot failed: " + DiskTrouble.words(e), e);
        }
    }
}
