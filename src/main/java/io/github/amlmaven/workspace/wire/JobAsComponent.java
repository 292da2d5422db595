package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A pipeline job as the component that it is published as: Azure ML has no other way to have a pipeline and not to run it. A component says
 * what a pipeline does, and not where, as whom, or on which data.
 *
 * @param component the component's definition
 * @param lost what the job says and the component cannot
 */
record JobAsComponent(Definition component, List<String> lost) {
    private static final Map<String, String> NOT_A_COMPONENTS = Map.of(
            "compute", "compute",
            "identity", "identity",
            "experiment_name", "experiment",
            "services", "services",
            "properties", "properties");

    static JobAsComponent of(Definition job) {
        List<String> lost = new ArrayList<>();
        JsonNode tree = job.tree();
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("type", "pipeline");
        for (String key : List.of("display_name", "description", "tags", "jobs")) {
            if (tree.hasNonNull(key)) {
                component.set(key, tree.get(key));
            }
        }
        ObjectNode ports = new InferredPorts(tree, reference -> JsonNodeFactory.instance.missingNode()).of(tree);
        ports.path("inputs").properties().forEach(port -> input(port.getKey(), port.getValue(), tree, lost));
        ports.path("outputs").properties().forEach(port -> output(port.getKey(), port.getValue(), tree, lost));
        component.setAll(ports);
        NOT_A_COMPONENTS.keySet().stream()
                .sorted()
                .filter(tree::hasNonNull)
                .forEach(key -> lost.add("A component has no " + NOT_A_COMPONENTS.get(key) + ": " + text(tree.get(key))
                        + " has to be said by whatever runs it."));
        tree.path("settings").properties().forEach(setting -> {
            if (!setting.getValue().isNull()) {
                lost.add("A component has no setting '" + setting.getKey() + "': " + text(setting.getValue())
                        + " has to be said by whatever runs it.");
            }
        });
        return new JobAsComponent(new Definition(job.id(), component), List.copyOf(lost));
    }

    private static void input(String name, JsonNode port, JsonNode job, List<String> lost) {
        JsonNode path = job.path("inputs").path(name).path("path");
        if (path.isTextual()) {
            lost.add("The input '" + name
                    + "' of a component has no default: whatever runs it has to bind it, as the job does to '"
                    + path.asText() + "'.");
        }
        if (port instanceof ObjectNode object) {
            object.remove("datastore");
        }
    }

    private static void output(String name, JsonNode port, JsonNode job, List<String> lost) {
        JsonNode output = job.path("outputs").path(name);
        for (String key : List.of("path", "name", "version")) {
            if (output.hasNonNull(key)) {
                lost.add("The output '" + name + "' of a component has no " + key + ": '"
                        + output.get(key).asText() + "' has to be said by whatever runs it.");
            }
        }
        if (port instanceof ObjectNode object) {
            object.remove(List.of("name", "version"));
        }
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? "'" + value.asText() + "'" : value.toString();
    }
}
