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
 * @param idle the schedules that name one and run nothing any more, by name
 * @param held those that must not be published again, by their coordinates
 */
public record Standing(Place place, List<Running> live, List<Running> idle, List<Hold> held) {
    /** Takes its own copies. */
    public Standing {
        live = List.copyOf(live);
        idle = List.copyOf(idle);
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
        List<Running> all = new ArrayList<>(Running.of(project, workspace));
        all.sort(Comparator.comparing(Running::kind).thenComparing(Running::name));
        List<Hold> held = new Holds(workspace)
                .all().stream()
                        .filter(hold -> hold.stamp().coordinates().startsWith(project + ":"))
                        .sorted(Comparator.comparing(hold ->
                                hold.stamp().coordinates() + " " + hold.stamp().snapshot()))
                        .toList();
        return new Standing(
                workspace.place(),
                all.stream().filter(Running::isLive).toList(),
                all.stream().filter(one -> !one.isLive()).toList(),
                held);
    }
}
