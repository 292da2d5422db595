package io.github.amlmaven.mojo;

import io.github.amlmaven.repository.NoSuchSnapshotException;
import io.github.amlmaven.repository.UnavailableRepositoryException;
import io.github.amlmaven.snapshot.UnreadableSnapshotException;
import java.io.IOException;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Something that is asked of a repository or read from a snapshot.
 *
 * @param <T> the answer
 */
@FunctionalInterface
interface Question<T> {

    /** Asks. */
    T answer() throws NoSuchSnapshotException, UnavailableRepositoryException, UnreadableSnapshotException, IOException;

    /**
     * Asks, and tells Maven what went wrong.
     *
     * @param what is asked about, for people
     * @param question what to ask
     * @return the answer
     * @throws MojoFailureException when there is no such snapshot, or it cannot be understood
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    static <T> T ask(String what, Question<T> question) throws MojoFailureException, MojoExecutionException {
        try {
            return question.answer();
        } catch (NoSuchSnapshotException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (UnreadableSnapshotException e) {
            throw new MojoFailureException(what + ": " + e.getMessage(), e);
        } catch (UnavailableRepositoryException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + what + " failed: " + DiskTrouble.words(e), e);
        }
    }
}
