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

    /** Says what a user does about a snapshot that cannot be understood. */
    @FunctionalInterface
    interface Help {
        /**
         * Says it.
         *
         * @return sentences
         * @throws MojoFailureException when there is no such snapshot
         * @throws MojoExecutionException when a repository could not be asked
         */
        String remedy() throws MojoFailureException, MojoExecutionException;
    }

    /**
     * Asks something that names no one file to mend, and tells Maven what went wrong.
     *
     * @param what is asked about, for people
     * @param question what to ask
     * @return the answer
     * @throws MojoFailureException when there is no such snapshot, or it cannot be understood
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    static <T> T ask(String what, Question<T> question) throws MojoFailureException, MojoExecutionException {
        return ask(what, () -> "", question);
    }

    /**
     * Asks, and tells Maven what went wrong.
     *
     * @param what is asked about, for people
     * @param help what to do when it is damaged
     * @param question what to ask
     * @return the answer
     * @throws MojoFailureException when there is no such snapshot, or it cannot be understood
     * @throws MojoExecutionException when a repository or a file cannot be read
     */
    static <T> T ask(String what, Help help, Question<T> question) throws MojoFailureException, MojoExecutionException {
        try {
            return question.answer();
        } catch (NoSuchSnapshotException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (UnreadableSnapshotException e) {
            String remedy = e.isNewer() ? "" : " " + help.remedy();
            throw new MojoFailureException(what + ": " + (e.getMessage() + remedy).trim(), e);
        } catch (UnavailableRepositoryException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("Reading " + what + " failed: " + DiskTrouble.words(e), e);
        }
    }
}
