package io.github.amlmaven.publish;

import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which components have a newer version in the target than the one that is published. A component has no default version that could be set: who
 * names none, or a label, gets the newest, and a rollback does not change that.
 */
final class Newest {
    private final Workspace workspace;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    Newest(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Asks for the newest version of what is there already; what is not will be the newest itself. */
    void ask(Element.Asset element, Optional<Resource> there) throws WorkspaceException, InterruptedException {
        if (element.collection() == Collection.COMPONENT && there.isPresent()) {
            workspace.newestVersions(Collection.COMPONENT, element.name().name(), 1).stream()
                    .findFirst()
                    .flatMap(newest -> newest.name().member())
                    .filter(version -> !version.equals(element.name().version()))
                    .ifPresent(version ->
                            versions.put(element.reference(), element.name().name() + ":" + version));
        }
    }

    /** A sentence for each component that is used and is not the newest. */
    List<String> remarks(List<Plan.Step> steps) {
        return steps.stream()
                .filter(step -> step.action() == Action.REUSE && versions.containsKey(step.reference()))
                .map(step ->
                        "The component " + step.name() + " is not the newest in " + workspace.place() + ", which is "
                                + versions.get(step.reference())
                                + ": whoever refers to it by a label, or without a version, stays on that one.")
                .toList();
    }
}
