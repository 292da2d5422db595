package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A schedule or an endpoint that runs a version of a project, by the tags that publishing writes.
 *
 * @param kind what it is, as people say it
 * @param name its name
 * @param version the Maven version that it was written for; it may run a later one as well, when that changed nothing of it
 * @param digest {@code sha256:} and hex digits over what it is and all that it refers to
 */
public record Live(String kind, String name, String version, String digest) {
    private static final List<Collection> KINDS =
            List.of(Collection.SCHEDULE, Collection.BATCH_ENDPOINT, Collection.ONLINE_ENDPOINT);

    /**
     * Asks a workspace. A schedule that is switched off runs nothing, and is none of them.
     *
     * @param project {@code groupId:artifactId}
     * @param workspace the workspace
     * @return what runs a version of the project
     * @throws WorkspaceException when the workspace does not answer
     * @throws InterruptedException when this thread was interrupted
     */
    public static List<Live> of(String project, Workspace workspace) throws WorkspaceException, InterruptedException {
        String prefix = project + ":";
        List<Live> found = new ArrayList<>();
        for (Collection collection : KINDS) {
            for (Resource one : workspace.all(collection)) {
                JsonNode tags = tags(behind(workspace, one).orElse(one));
                String coordinates = tags.path(Stamp.COORDINATES).asText();
                if (coordinates.startsWith(prefix)
                        && one.properties().path("isEnabled").asBoolean(true)) {
                    found.add(new Live(
                            Names.kind(collection),
                            one.name().spoken(),
                            coordinates.substring(prefix.length()),
                            tags.path(Stamp.DIGEST).asText()));
                }
            }
        }
        return found;
    }

    /** The deployment that a batch endpoint calls. An endpoint keeps its tags when only what is behind it changes. */
    static Optional<Resource> behind(Workspace workspace, Resource endpoint)
            throws WorkspaceException, InterruptedException {
        String deployment =
                endpoint.properties().path("defaults").path("deploymentName").asText("");
        return endpoint.name().collection() == Collection.BATCH_ENDPOINT && !deployment.isEmpty()
                ? workspace.get(ResourceName.of(
                        Collection.BATCH_DEPLOYMENT, endpoint.name().name(), deployment))
                : Optional.empty();
    }

    /** The tags of something that is live. */
    static JsonNode tags(Resource one) {
        // Only what has a place in Azure Resource Manager, such as an endpoint, has its tags at the top.
        return one.body().has("location")
                ? one.body().path("tags")
                : one.properties().path("tags");
    }
}
