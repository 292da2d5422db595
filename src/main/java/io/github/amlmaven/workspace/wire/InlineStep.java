package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/**
 * A step that says itself what it runs, divided.
 *
 * @param component what it runs: the same each time
 * @param step how it runs here: what it is bound to, where, with which resources
 */
record InlineStep(ObjectNode component, ObjectNode step) {
    private static final String SOURCE = "YAML.JOB";

    /** What a component has, by the type of the step; the step has the rest, and both have what is in {@link #BOTH}. */
    private static final Map<String, Set<String>> COMPONENT = Map.of(
            "command", Set.of("code", "additional_includes", "command", "environment"),
            "spark", Set.of("code", "environment"),
            "parallel", Set.of());

    private static final Map<String, Set<String>> BOTH = Map.of(
            "command", Set.of("tags", "resources", "distribution"),
            "spark", Set.of("tags", "entry", "py_files", "jars", "files", "archives", "conf", "args"),
            "parallel",
                    Set.of(
                            "mini_batch_size",
                            "partition_keys",
                            "logging_level",
                            "max_concurrency_per_instance",
                            "error_threshold",
                            "mini_batch_error_threshold",
                            "retry_settings",
                            "resources",
                            "task",
                            "input_data"));

    static boolean isInline(JsonNode job) {
        return !job.has("component") && COMPONENT.containsKey(ComponentType.of(job));
    }

    static InlineStep of(JsonNode job, InferredPorts ports) {
        String type = ComponentType.of(job);
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        ObjectNode step = JsonNodeFactory.instance.objectNode();
        component.put("_source", SOURCE);
        component.put("type", type);
        Set<String> moved = COMPONENT.getOrDefault(type, Set.of());
        Set<String> shared = BOTH.getOrDefault(type, Set.of());
        job.properties().forEach(field -> {
            if (moved.contains(field.getKey()) || shared.contains(field.getKey())) {
                component.set(field.getKey(), field.getValue());
            }
            if (!moved.contains(field.getKey())) {
                step.set(field.getKey(), field.getValue());
            }
        });
        component.setAll(ports.of(job));
        return new InlineStep(component, step);
    }
}
