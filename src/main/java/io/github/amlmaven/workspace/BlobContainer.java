package io.github.amlmaven.workspace;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** A folder for blobs that may be written for a while. Safe for use by several threads. */
public interface BlobContainer {

    /**
     * Its address, as a resource refers to it.
     *
     * @return a URL without a signature and without a {@code /} at the end, or {@code azureml://datastores/…/paths/…}
     */
    String address();

    /**
     * What is there already.
     *
     * @param prefix the beginning of the names
     * @return the names of the blobs, from the container; only those whose upload was finished
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    Set<String> names(String prefix) throws WorkspaceException, InterruptedException;

    /**
     * Writes a blob that is not there. One that is there stays as it is.
     *
     * @param name its name in the container, with {@code /} between folders
     * @param content its bytes
     * @param metadata what is noted on it; keys are identifiers
     * @throws IOException when the content cannot be read
     * @throws WorkspaceException when the service does not take it
     * @throws InterruptedException when this thread was interrupted
     */
    void write(String name, BlobContent content, Map<String, String> metadata)
            throws IOException, WorkspaceException, InterruptedException;

    /**
     * Notes something on a blob that is there, in the place of what was noted before.
     *
     * @param name its name in the container
     * @param metadata what is noted; keys are identifiers
     * @throws WorkspaceException when the service does not take it
     * @throws InterruptedException when this thread was interrupted
     */
    void note(String name, Map<String, String> metadata) throws WorkspaceException, InterruptedException;
}
