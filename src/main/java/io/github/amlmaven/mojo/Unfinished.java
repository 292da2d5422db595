package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.restore.RestoreRefusedException;
import io.github.amlmaven.restore.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoFailureException;

/** Keeps goals out of a working copy in which a restore was ended in the middle. */
final class Unfinished {
    private Unfinished() {}

    static void refuse(Path folder, Map<String, String> environment) throws MojoFailureException, IOException {
        Optional<Path> gitDir = GitRepository.gitDir(folder, environment);
        if (gitDir.isPresent()) {
            try {
                UnfinishedRestore.refuseIn(gitDir.get());
            } catch (RestoreRefusedException e) {
                throw new MojoFailureException(e.getMessage(), e);
            }
        }
    }
}
