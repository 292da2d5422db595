package io.github.amlmaven.mojo;

import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.WorkspaceException.Reason;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;

/**
 * Something that is asked of a workspace.
 *
 * @param <T> the answer
 * @param <E> what else is thrown
 */
@FunctionalInterface
interface WorkspaceQuestion<T, E extends Exception> {

    /** Asks. */
    T answer() throws WorkspaceException, InterruptedException, E;

    /**
     * Asks, and tells Maven what went wrong.
     *
     * @param question what to ask
     * @return the answer
     * @throws MojoFailureException when the workspace refuses it
     * @throws MojoExecutionException when the workspace does not answer, or the build is interrupted
     * @throws E what else the question throws
     */
    static <T, E extends Exception> T ask(WorkspaceQuestion<T, E> question)
            throws MojoFailureException, MojoExecutionException, E {
        try {
            return question.answer();
        } catch (WorkspaceException e) {
            if (e.reason() == Reason.UNAVAILABLE) {
                throw new MojoExecutionException(e.getMessage(), e);
            }
            throw new MojoFailureException(e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MojoExecutionException("Interrupted.", e);
        }
    }
}
