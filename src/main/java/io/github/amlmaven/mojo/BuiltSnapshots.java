package io.github.amlmaven.mojo;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** Finds the snapshot that this build has made of a project. */
final class BuiltSnapshots {
    private static final String UNPUBLISHABLE = "-aml-unpublishable.zip";
    private static final String ZIP = "-aml.zip";

    private BuiltSnapshots() {}

    /**
     * Finds it.
     *
     * @param project the project
     * @return the zip: what is attached, or what an earlier build left in the build directory; one that must not be published, too
     * @throws MojoFailureException when there are several and nothing says which
     * @throws IOException when the build directory cannot be read
     */
    static Optional<Path> of(MavenProject project) throws MojoFailureException, IOException {
        for (Artifact attached : project.getAttachedArtifacts()) {
            if ("aml".equals(attached.getClassifier()) && "zip".equals(attached.getType())) {
                return Optional.of(attached.getFile().toPath());
            }
        }
        Path folder = Path.of(project.getBuild().getDirectory());
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> zips = Files.newDirectoryStream(folder, "*-aml*.zip")) {
                for (Path zip : zips) {
                    String name = zip.getFileName().toString();
                    if (name.endsWith(ZIP) || name.endsWith(UNPUBLISHABLE)) {
                        found.add(zip);
                    }
                }
            }
        }
        String name = project.getBuild().getFinalName();
        List<Path> own = found.stream().filter(zip -> isOf(name, zip)).toList();
        if (own.size() == 1) {
            return Optional.of(own.get(0));
        }
        if (found.size() > 1) {
            throw new MojoFailureException("There are several snapshots in " + folder + ": " + found
                    + ". Run mvn clean package, or say which with -Daml.file=.");
        }
        return found.stream().findFirst();
    }

    /** Those of other versions lie there until somebody calls clean. */
    private static boolean isOf(String finalName, Path zip) {
        String name = zip.getFileName().toString();
        return name.equals(finalName + ZIP) || name.equals(finalName + UNPUBLISHABLE);
    }
}
