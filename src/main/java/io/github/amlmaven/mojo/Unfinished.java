package io.github.amlmaven.mojo;

import io.github.amlmaven.git.GitRepository;
import io.github.amlmaven.git.UnusableRepositoryException;
import io.github.amlmaven.restore.RestoreRefusedException;
import io.github.amlmaven.restore.UnfinishedRestore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
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

    /**
     * Undoes it.
     *
     * @param folder a folder, which need be in no working copy
     * @param environment the environment of the process
     * @return whether there was one
     * @throws MojoFailureException when it is still going on, or something else lies where it wrote
     * @throws MojoExecutionException when something cannot be moved back
     */
    static boolean undo(Path folder, Map<String, String> environment)
            throws MojoFailureException, MojoExecutionException {
        try {
            Optional<Path> gitDir = GitRepository.gitDir(folder, environment);
            if (gitDir.isEmpty() || !UnfinishedRestore.isIn(gitDir.get())) {
                return false;
            }
            try (GitRepository repository = GitRepository.open(folder, environment)) {
                return UnfinishedRestore.undo(repository.gitDir(), repository.workTree());
            }
        } catch (RestoreRefusedException | UnusableRepositoryException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Undoing an earlier restore failed: " + DiskTrouble.words(e), e);
        }
    }
}
