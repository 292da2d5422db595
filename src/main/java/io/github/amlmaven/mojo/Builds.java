package io.github.amlmaven.mojo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The snapshot of this build, for the goals that go on with it. */
final class Builds {
    private Builds() {}

    /**
     * Finds the snapshot of a project.
     *
     * @param project the project
     * @param required whether it is a mistake that there is none
     * @param log says so otherwise
     * @return the zip
     */
    static Optional<Path> snapshot(MavenProject project, boolean required, Log log)
            throws MojoFailureException, MojoExecutionException {
        Optional<Path> zip;
        try {
            zip = BuiltSnapshots.of(project);
        } catch (IOException e) {
            throw new MojoExecutionException("Looking for the snapshot failed: " + e.getMessage(), e);
        }
        if (zip.isEmpty() && required) {
            throw new MojoFailureException("There is no snapshot of " + project.getArtifactId()
                    + " here. Run mvn package first, or say which one: -Daml.version=, -Daml.file=.");
        } else if (zip.isEmpty()) {
            log.info("There is no snapshot of " + project.getArtifactId() + ".");
        }
        return zip;
    }
}
