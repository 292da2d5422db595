package io.github.amlmaven.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.publish.Plan.Action;
import io.github.amlmaven.workspace.Resource;
import io.github.amlmaven.workspace.ResourceName;
import io.github.amlmaven.workspace.Workspace;
import io.github.amlmaven.workspace.WorkspaceException;
import io.github.amlmaven.workspace.wire.Answered;
import io.github.amlmaven.workspace.wire.Stamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that is live, as it is before a plan points it elsewhere.
 *
 * @param kind what it is, as people say it
 * @param name what it is called in the target
 * @param id its id in Azure Resource Manager
 * @param stamp the snapshot that its tags say; nothing when it was not published with this plugin
 * @param body what makes it this again, by a PUT to its id
 */
public record Former(String kind, String name, String id, Optional<Stamp> stamp, ObjectNode body) {

    /** Takes its own copy. */
    public Former {
        body = body.deepCopy();
    }

    /**
     * Looks at all that a plan re-points.
     *
     * @param plan the plan, not run yet
     * @param workspace where
     * @return what is there
     * @throws WorkspaceException when the workspace does not say
     * @throws InterruptedException when this thread was interrupted
     */
    public static List<Former> of(Plan plan, Workspace workspace) throws WorkspaceException, InterruptedException {
        List<Former> formers = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            Optional<ResourceName> name =
                    step.action() == Action.REPOINT ? ResourceName.inId(step.id()) : Optional.empty();
            Optional<Resource> there = name.isPresent() ? workspace.get(name.get()) : Optional.empty();
            there.ifPresent(one -> formers.add(
                    new Former(step.kind(), step.name(), one.id(), Stamp.in(one.body()), Answered.again(one.body()))));
        }
        return List.copyOf(formers);
    }
}
