package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The steps of a pipeline: of a job's as of a component's. */
final class Nodes {
    private final References references;
    private final Report report;

    Nodes(References references, Report report) {
        this.references = references;
        this.report = report;
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
        jobs.forEach((name, job) -> nodes.set(name, node(name, job, at.appendProperty(name))));
        return nodes;
    }

    private ObjectNode node(String name, JsonNode job, JsonPointer at) {
        String type = ComponentType.of(job);
        if (type.equals("automl")) {
            return new AutoMlNode(references, report).of(name, new Fields(job, at, report));
        }
        if (ControlNode.is(type)) {
            Values values = new Values(references, report, Style.STEP);
            return ControlNode.of(type, new Fields(job, at, report), values);
        }
        return new StepNode(references, report).of(name, job, at);
    }
}
