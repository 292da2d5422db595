package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The steps of a pipeline: of a job's as of a component's. */
final class Nodes {
    private final StepNode steps;

    Nodes(References references, Report report) {
        this.steps = new StepNode(references, report);
    }

    /**
     * The steps by name.
     *
     * @param jobs as written, after {@link Inlined} made components of what is written inline
     * @param at where they stand
     * @return the same names, with the ids of their components
     */
    ObjectNode of(Map<String, JsonNode> jobs, JsonPointer at) {
        ObjectNode nodes = JsonNodeFactory.instance.objectNode();
        jobs.forEach((name, job) -> nodes.set(name, steps.of(name, job, at.appendProperty(name))));
        return nodes;
    }
}
