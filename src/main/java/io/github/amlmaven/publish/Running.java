package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Previous;
import io.github.amlmaven.workspace.wire.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Something in a workspace that runs a snapshot whenever it is its time, or it is called: a schedule, or what an endpoint calls: a batch endpoint its default deployment, an online endpoint each that gets a share of what comes in. That is told by the tags that
 * publishing writes. An endpoint keeps its own when only what is behind it changes, so those count for nothing.
 *
 * @param kind what it is, as people say it
 * @param name its name; of an endpoint the deployment's is behind a {@code /}
 * @param stamp what it runs; it may run a later snapshot as well, when that changed nothing of it
 * @param digest {@code sha256:} and hex digits over what it is and all that it refers to
 * @param before what it ran before that, if it was pointed from one to the other
 * @param idle why it runs nothing any more: a schedule that is switched off, or over; nothing when it is live
 */
public record Running(
        String kind, String name, Stamp stamp, String digest, Optional<Previous> before, Optional<String> idle) {
    private static final List<Collection> KINDS =
            List.of(Collection.SCHEDULE, Collection.BATCH_ENDPOINT, Collection.ONLINE_ENDPOINT);

    /**
     * Asks a workspace.
     *
     * @param project {@code groupId:artifactId}
     * @param workspace the workspace
     * @return what runs a snapshot of the project, and the schedules that would if they were not over or switched off
     * @throws WorkspaceException when the workspace does not answer
     * @throws InterruptedException when this thread was interrupted
     */
    public static List<Running> of(String project, Workspace workspace)
            throws WorkspaceException, InterruptedException {
        List<Running> found = new ArrayList<>();
        for (Collection collection : KINDS) {
            for (Resource one : workspace.all(collection)) {
                for (Resource runs : behind(workspace, one)) {
                    of(collection, runs)
                            .filter(running -> running.stamp().coordinates().startsWith(project + ":"))
                            .ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static Optional<Running> of(Collection collection, Resource runs) {
        JsonNode digest = Stamp.tags(runs.body()).path(Stamp.DIGEST);
        Optional<String> idle =
                collection == Collection.SCHEDULE ? Idle.reason(runs.properties(), Instant.now()) : Optional.empty();
        return Stamp.in(runs.body())
                .map(stamp -> new Running(
                        collection.spoken(),
                        runs.name().spoken(),
                        stamp,
                        digest.asText(),
                        Previous.in(runs.body()),
                        idle));
    }

    private static List<Resource> behind(Workspace workspace, Resource live)
            throws WorkspaceException, InterruptedException {
        JsonNode properties = live.properties();
        return switch (live.name().collection()) {
            case BATCH_ENDPOINT ->
                deployments(
                        workspace,
                        live,
                        Collection.BATCH_DEPLOYMENT,
                        List.of(properties
                                .path("defaults")
                                .path("deploymentName")
                                .asText("")));
            case ONLINE_ENDPOINT ->
                deployments(
                        workspace,
                        live,
                        Collection.ONLINE_DEPLOYMENT,
                        shares(properties.path("traffic"), properties.path("mirrorTraffic")));
            default -> List.of(live);
        };
    }

    private static Iterable<String> shares(JsonNode... shares) {
        TreeSet<String> names = new TreeSet<>();
        for (JsonNode share : shares) {
            for (Map.Entry<String, JsonNode> part : share.properties()) {
                if (part.getValue().asInt() > 0) {
                    names.add(part.getKey());
                }
            }
        }
        return names;
    }

    private static List<Resource> deployments(
            Workspace workspace, Resource endpoint, Collection collection, Iterable<String> names)
            throws WorkspaceException, InterruptedException {
        List<Resource> found = new ArrayList<>();
        for (String name : names) {
            if (!name.isEmpty()) {
                workspace
                        .get(ResourceName.of(collection, endpoint.name().name(), name))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * Whether it runs what it names.
     *
     * @return false for a schedule that is over or switched off
     */
    public boolean isLive() {
        return idle.isEmpty();
    }

    /**
     * Which version it runs.
     *
     * @return a Maven version
     */
    public String version() {
        return stamp.coordinates().substring(stamp.coordinates().lastIndexOf(':') + 1);
    }
}
