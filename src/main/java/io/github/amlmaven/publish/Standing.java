package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Hold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How the snapshots of one project stand in a workspace.
 *
 * @param place the workspace
 * @param live what runs them, by kind and name
 * @param held those that must not be published again, by their coordinates
 */
public record Standing(Place place, List<Running> live, List<Hold> held) {
    /** Takes its own copies. */
    public Standing {
        live = List.copyOf(live);
        held = List.copyOf(held);
    }

    /**
     * Asks a workspace. Nothing is written.
     *
     * @param workspace the workspace
     * @param project whose, {@code groupId:artifactId}
     * @return how it is now
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public static Standing of(Workspace workspace, String project) throws WorkspaceException, InterruptedException {
        List<Running> live = new ArrayList<>(Running.of(project, workspace));
        live.sort(Comparator.comparing(Running::kind).thenComparing(Running::name));
        List<Hold> held = new Holds(workspace)
                .all().stream()
                        .filter(hold -> hold.stamp().coordinates().startsWith(project + ":"))
                        .sorted(Comparator.comparing(hold ->
                                hold.stamp().coordinates() + " " + hold.stamp().snapshot()))
                        .toList();
        return new Standing(workspace.place(), live, held);
    }
}
