package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;

/** The types of components. */
final class ComponentType {
    private ComponentType() {}

    /**
     * The type of a component, or of a step of a pipeline.
     *
     * @param tree its definition
     * @return as written; where it is not written, what Azure ML takes it for
     */
    static String of(JsonNode tree) {
        String written = tree.path("type").asText("");
        if (!written.isEmpty() && !written.equals("null")) {
            return written;
        }
        if (tree.path("jobs").isObject()) {
            return "pipeline";
        }
        return isFlow(tree) ? "promptflow_parallel" : "command";
    }

    /**
     * Whether a definition is a flow, which a pipeline runs as a component.
     *
     * @param tree a definition
     * @return whether it has what only flows have
     */
    static boolean isFlow(JsonNode tree) {
        return tree.path("nodes").isArray() || (tree.has("flow") && !tree.has("type"));
    }
}
