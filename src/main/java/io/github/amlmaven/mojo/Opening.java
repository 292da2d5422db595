package io.github.amlmaven.mojo;

import io.github.amlmaven.snapshot.SnapshotReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/** A snapshot on its way, which is read when it is its turn. */
sealed interface Opening extends Closeable {

    /**
     * Opens it; once.
     *
     * @return the snapshot, to be closed
     * @throws MojoFailureException when it cannot be understood
     * @throws MojoExecutionException when it cannot be read
     */
    SnapshotReader open() throws MojoFailureException, MojoExecutionException;

    @Override
    void close() throws IOException;

    /**
     * What this build has made. It may wait for other modules, and holds no file open meanwhile.
     *
     * @param zip the snapshot
     */
    record OfBuild(Path zip) implements Opening {
        @Override
        public SnapshotReader open() throws MojoFailureException, MojoExecutionException {
            return Question.ask(zip.toString(), Remedy::ofBuild, () -> SnapshotReader.open(zip));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /**
     * What is verified, and open since then.
     *
     * @param open the snapshot
     */
    record Verified(SnapshotReader open) implements Opening {
        @Override
        public void close() throws IOException {
            open.close();
        }
    }
}
