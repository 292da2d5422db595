package io.github.amlmaven.publish;

import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Answered;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a plan re-points, as it is before. It is read once, for who writes it down and for who may have to point it back. */
public final class Formers {
    private final Map<ResourceName, Resource> resources = new LinkedHashMap<>();
    private final List<Former> all = new ArrayList<>();

    private Formers() {}

    /**
     * Looks at all that a plan re-points.
     *
     * @param plan the plan, not run yet
     * @param workspace where
     * @return what is there
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public static Formers of(Plan plan, Workspace workspace) throws WorkspaceException, InterruptedException {
        Formers formers = new Formers();
        for (Plan.Step step : plan.steps()) {
            Optional<ResourceName> name =
                    step.action() == Action.REPOINT ? ResourceName.inId(step.id()) : Optional.empty();
            Optional<Resource> there = name.isPresent() ? workspace.get(name.get()) : Optional.empty();
            if (there.isPresent()) {
                formers.add(step, name.get(), there.get());
            }
        }
        return formers;
    }

    private void add(Plan.Step step, ResourceName name, Resource there) {
        resources.put(name, there);
        all.add(new Former(step.kind(), step.name(), there.id(), Stamp.in(there.body()), Answered.again(there.body())));
    }

    /**
     * Each of them.
     *
     * @return what is there, in the order of the plan
     */
    public List<Former> all() {
        return List.copyOf(all);
    }

    Optional<Resource> resource(ResourceName name) {
        return Optional.ofNullable(resources.get(name));
    }
}
