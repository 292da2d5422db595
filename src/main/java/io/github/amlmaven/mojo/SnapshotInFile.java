package io.github.amlmaven.mojo;

import io.github.amlmaven.snapshot.Manifest;
import io.github.amlmaven.snapshot.SnapshotReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * A snapshot on disk; its signature lies beside it.
 *
 * @param zip the snapshot
 * @param isBuilt whether this build made it, and can make it again
 */
record SnapshotInFile(Path zip, boolean isBuilt) implements LocatedSnapshot {

    @Override
    public String name() {
        return zip.toString();
    }

    @Override
    public Manifest manifest() throws MojoFailureException, MojoExecutionException {
        return Question.ask(name(), () -> remedy(Optional.empty()), () -> {
            try (SnapshotReader reader = SnapshotReader.open(zip)) {
                return reader.manifest();
            }
        });
    }

    @Override
    public Optional<Path> signature(String extension) {
        return Optional.of(zip.resolveSibling(zip.getFileName() + "." + extension))
                .filter(Files::isRegularFile);
    }

    @Override
    public String remedy(Optional<String> commit) {
        return isBuilt ? Remedy.ofBuild() : Remedy.ofFile(commit);
    }
}
