package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Place;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Hold;
import io.github.amlmaven.workspace.wire.Stamp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How the snapshots of one project stand in a workspace.
 *
 * @param place the workspace
 * @param live what runs them, by kind and name: schedules that are enabled, and batch endpoints with a default deployment
 * @param held those that must not be published again, by their coordinates
 */
public record Standing(Place place, List<Running> live, List<Hold> held) {
    private static final int HANDS = 8;

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
     * @param known the snapshots that may be held, besides those that are live
     * @return how it is now
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public static Standing of(Workspace workspace, String project, List<Stamp> known)
            throws WorkspaceException, InterruptedException {
        List<Running> live = new ArrayList<>();
        for (Resource schedule : workspace.all(Collection.SCHEDULE)) {
            if (schedule.properties().path("isEnabled").asBoolean(true)) {
                add(schedule, schedule.name().name(), schedule.name(), live);
            }
        }
        for (Resource endpoint : workspace.all(Collection.BATCH_ENDPOINT)) {
            Optional<Resource> behind = Live.behind(workspace, endpoint);
            behind.ifPresent(one -> add(one, one.name().spoken(), endpoint.name(), live));
        }
        live.removeIf(one -> !one.stamp().coordinates().startsWith(project + ":"));
        live.sort(Comparator.comparing(Running::kind).thenComparing(Running::name));
        List<Stamp> all = new ArrayList<>(known);
        live.forEach(one -> all.add(one.stamp()));
        return new Standing(workspace.place(), live, held(workspace, all));
    }

    private static void add(Resource tagged, String name, ResourceName of, List<Running> live) {
        Stamp.in(tagged.body()).ifPresent(stamp -> live.add(new Running(Names.kind(of.collection()), name, stamp)));
    }

    private static List<Hold> held(Workspace workspace, List<Stamp> snapshots)
            throws WorkspaceException, InterruptedException {
        Holds holds = new Holds(workspace);
        ConcurrentSkipListMap<String, Hold> held = new ConcurrentSkipListMap<>();
        List<Crew.Task> tasks = new ArrayList<>();
        for (Stamp snapshot : snapshots) {
            tasks.add(() -> holds.of(snapshot)
                    .ifPresent(hold -> held.put(
                            hold.stamp().coordinates() + " " + hold.stamp().snapshot(), hold)));
        }
        try (Crew crew = new Crew(HANDS)) {
            crew.all(tasks);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read from a disk here", e);
        }
        return List.copyOf(held.values());
    }
}
