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
 */
record SnapshotInFile(Path zip) implements LocatedSnapshot {

    @Override
    public String name() {
        return zip.toString();
    }

    @Override
    public Manifest manifest() throws MojoFailureException, MojoExecutionException {
        return Question.ask(name(), () -> {
            try (SnapshotReader reader = SnapshotReader.open(zip)) {
                return reader.manifest();
            }
        });
    }

    @Override
    public Optional<Path> signature() {
        return Optional.of(zip.resolveSibling(zip.getFileName() + ".asc")).filter(Files::isRegularFile);
    }
}
