package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A job as the component that it is published as: Azure ML has no other way to have one and not to run it. A component says what a job does,
 * and not where, as whom, or on which data. A pipeline becomes a pipeline component, and a command, a parallel or a Spark job one of its type;
 * an AutoML job, which has no component, the only step of a pipeline.
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

    private static final List<String> DESCRIBED = List.of("display_name", "description", "tags");

    /** What a component is called is known besides. */
    private static final List<String> NAMED = List.of("$schema", "name", "version", "type");

    /** Takes its own copy of the list. */
    JobAsComponent {
        lost = List.copyOf(lost);
    }

    static JobAsComponent of(Definition job) {
        return switch (ComponentType.of(job.tree())) {
            case "pipeline" -> ofPipeline(job);
            case "automl" -> ofAutoMl(job);
            default -> ofOneStep(job);
        };
    }

    /** What it runs is what a step that is written inline runs. */
    private static JobAsComponent ofOneStep(Definition job) {
        List<String> lost = new ArrayList<>();
        JsonNode tree = job.tree();
        ObjectNode component = InlineStep.of(tree, new InferredPorts(tree, reference -> MissingNode.getInstance()))
                .component();
        component.remove("_source");
        copy(tree, component, DESCRIBED);
        ports(tree, component, lost);
        tree.properties().stream()
                .filter(field -> !field.getValue().isNull())
                .filter(field -> !component.has(field.getKey()) && !NAMED.contains(field.getKey()))
                .forEach(
                        field -> lost.add("A component has no " + field.getKey().replace('_', ' ') + ": "
                                + shown(field.getValue()) + " has to be said by whatever runs it."));
        return new JobAsComponent(new Definition(job.id(), component), lost);
    }

    /** The data that it learns from is part of the step, and so kept. */
    private static JobAsComponent ofAutoMl(Definition job) {
        List<String> lost = new ArrayList<>();
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("type", "pipeline");
        copy(job.tree(), component, DESCRIBED);
        ObjectNode step = job.tree().deepCopy();
        step.remove(NAMED);
        step.remove(DESCRIBED);
        step.put("type", "automl");
        for (String key : List.of("experiment_name", "identity")) {
            if (step.hasNonNull(key)) {
                lost.add("A component has no " + NOT_A_COMPONENTS.get(key) + ": " + text(step.remove(key))
                        + " has to be said by whatever runs it.");
            }
        }
        component.putObject("jobs").set("automl", step);
        return new JobAsComponent(new Definition(job.id(), component), lost);
    }

    private static void copy(JsonNode from, ObjectNode to, List<String> keys) {
        for (String key : keys) {
            if (from.hasNonNull(key)) {
                to.set(key, from.get(key));
            }
        }
    }

    private static void ports(JsonNode tree, ObjectNode component, List<String> lost) {
        ObjectNode ports = new InferredPorts(tree, reference -> MissingNode.getInstance()).of(tree);
        ports.path("inputs").properties().forEach(port -> input(port.getKey(), port.getValue(), tree, lost));
        ports.path("outputs").properties().forEach(port -> output(port.getKey(), port.getValue(), tree, lost));
        component.setAll(ports);
    }

    private static JobAsComponent ofPipeline(Definition job) {
        List<String> lost = new ArrayList<>();
        JsonNode tree = job.tree();
        ObjectNode component = JsonNodeFactory.instance.objectNode();
        component.put("type", "pipeline");
        copy(tree, component, DESCRIBED);
        copy(tree, component, List.of("jobs"));
        ports(tree, component, lost);
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
        return new JobAsComponent(new Definition(job.id(), component), lost);
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

    /** Values may be many, and of variables nobody wants them in a log. */
    private static String shown(JsonNode value) {
        if (!value.isObject()) {
            return text(value);
        }
        return value.properties().stream().map(Map.Entry::getKey).sorted().collect(Collectors.joining(", "));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? "'" + value.asText() + "'" : value.toString();
    }
}
