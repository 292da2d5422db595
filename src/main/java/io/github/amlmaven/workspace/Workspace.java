package io.github.amlmaven.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * A workspace or a registry that answers. Every call waits until the service has done what it was asked, or says that it will not; each tries
 * again by itself, a bounded number of times, when the service is busy or cannot be reached. Safe for use by several threads.
 */
public interface Workspace {

    /**
     * Which it is.
     *
     * @return its address
     */
    Place place();

    /**
     * The workspace or registry itself.
     *
     * @return its resource as it is: {@code location}, {@code properties}, …
     * @throws WorkspaceException when it is not there, or does not answer
     * @throws InterruptedException when this thread was interrupted
     */
    JsonNode describe() throws WorkspaceException, InterruptedException;

    /**
     * Looks a resource up.
     *
     * @param name what it is called
     * @return what is there, if anything is
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    Optional<Resource> get(ResourceName name) throws WorkspaceException, InterruptedException;

    /**
     * The versions of an asset, the one that was made last first: what {@code @latest} means.
     *
     * @param collection a kind of asset
     * @param name its name
     * @param limit how many are wanted
     * @return at most so many, archived ones left out; none when there is no asset of that name
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    List<Resource> newestVersions(Collection collection, String name, int limit)
            throws WorkspaceException, InterruptedException;

    /**
     * Everything of a kind that has no versions, page by page.
     *
     * @param collection schedules or endpoints; of schedules those that are switched off may be left out
     * @return all of it, in the order of the service
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    List<Resource> all(Collection collection) throws WorkspaceException, InterruptedException;

    /**
     * What is archived of a kind, page by page.
     *
     * @param collection a kind that has no versions
     * @return all of it, in the order of the service
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    List<Resource> archived(Collection collection) throws WorkspaceException, InterruptedException;

    /**
     * Code that was uploaded already, under any name.
     *
     * @param hash Azure ML's hash of an upload, its hash version 202208
     * @return the code that has it, if there is any
     * @throws WorkspaceException when the service does not say
     * @throws InterruptedException when this thread was interrupted
     */
    Optional<Resource> codeWithHash(String hash) throws WorkspaceException, InterruptedException;

    /**
     * Writes a resource, and waits until the service has finished with it.
     *
     * @param name what to call it
     * @param body what to write
     * @return what the service has now; go on with its id, which need not be that of {@code name}
     * @throws WorkspaceException when the service refused it or failed at it
     * @throws InterruptedException when this thread was interrupted; what was begun may still be finished by the service
     */
    Resource put(ResourceName name, ObjectNode body) throws WorkspaceException, InterruptedException;

    /**
     * Begins the upload of a code, data or model version.
     *
     * @param name what will be written once everything is uploaded
     * @return where to put its files
     * @throws WorkspaceException when the service does not give a place
     * @throws InterruptedException when this thread was interrupted
     */
    BlobContainer startUpload(ResourceName name) throws WorkspaceException, InterruptedException;

    /**
     * Opens a datastore of the workspace for uploads: for what has no upload of its own, such as the build context of an environment.
     *
     * @param datastore its name
     * @return the whole of it; its {@link BlobContainer#address()} is {@code azureml://datastores/<datastore>/paths}
     * @throws WorkspaceException when there is no such datastore, or it takes no blobs
     * @throws InterruptedException when this thread was interrupted
     */
    BlobContainer datastore(String datastore) throws WorkspaceException, InterruptedException;
}
