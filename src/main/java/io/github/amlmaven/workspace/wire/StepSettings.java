package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How a step of a pipeline runs. What the step does not say itself it takes over from its component, where that is known: Azure's client sends
 * both.
 */
final class StepSettings {
    private static final List<String> SPARK = List.of("py_files", "jars", "files", "archives", "conf", "args");
    private static final List<String> PARALLEL = List.of(
            "error_threshold",
            "mini_batch_error_threshold",
            "max_concurrency_per_instance",
            "input_data",
            "retry_settings",
            "logging_level",
            "resources");

    private final References references;
    private final Report report;

    StepSettings(References references, Report report) {
        this.references = references;
        this.report = report;
    }

    void put(String type, Fields step, JsonNode component, ObjectNode node) {
        RunSettings run = new RunSettings(Style.STEP);
        run.put(step, "identity", run::identity, node);
        run.services(step, node);
        switch (type) {
            case "command" -> command(run, step, component, node);
            case "spark" -> spark(step, component, node);
            case "parallel" -> parallel(step, component, node);
            case "sweep" -> new Search(Style.STEP).put(step, node);
            case "data_transfer" -> {
                Fields declared = declared(component);
                for (String key : List.of("task", "data_copy_mode")) {
                    step.value(key).or(() -> declared.value(key)).ifPresent(value -> node.set(key, value));
                }
            }
            default -> {}
        }
    }

    private void command(RunSettings run, Fields step, JsonNode component, ObjectNode node) {
        run.put(step, "distribution", run::distribution, node);
        run.put(step, "resources", run::resources, node);
        run.put(step, "limits", run::limits, node);
        run.put(step, "queue_settings", run::queue, node);
        Common.texts(step, "environment_variables", node);
        Fields declared = declared(component);
        if (!node.has("distribution")) {
            run.put(declared, "distribution", run::distribution, node);
        }
        if (!node.has("resources")) {
            run.put(declared, "resources", run::resources, node);
        }
    }

    private void spark(Fields step, JsonNode component, ObjectNode node) {
        Fields declared = declared(component);
        step.fields("entry")
                .or(() -> declared.fields("entry"))
                .ifPresent(entry -> node.set("entry", SparkBody.entry(entry, Style.STEP)));
        for (String key : SPARK) {
            step.value(key).or(() -> declared.value(key)).ifPresent(value -> node.set(key, value));
        }
        if (!node.has("identity")) {
            node.putObject("identity").put("identity_type", node.has("computeId") ? "Managed" : "UserIdentity");
        }
    }

    private void parallel(Fields step, JsonNode component, ObjectNode node) {
        Fields declared = declared(component);
        for (String key : PARALLEL) {
            step.value(key).or(() -> declared.value(key)).ifPresent(value -> node.set(key, Plain.of(value)));
        }
        step.fields("task")
                .or(() -> declared.fields("task"))
                .ifPresent(task -> node.set("task", ComponentSpec.task(task, references)));
        String size = step.text("mini_batch_size")
                .or(() -> declared.text("mini_batch_size"))
                .orElse("0");
        number(node, "mini_batch_size", MiniBatch.size(size));
        step.value("partition_keys")
                .or(() -> declared.value("partition_keys"))
                .ifPresent(keys -> node.put("partition_keys", MiniBatch.keys(keys)));
        Common.texts(step, "environment_variables", node);
    }

    private static void number(ObjectNode node, String key, String text) {
        if (text.matches("[0-9]{1,18}")) {
            node.put(key, Long.parseLong(text));
        } else {
            node.put(key, text);
        }
    }

    private Fields declared(JsonNode component) {
        JsonNode known = component.isObject() ? component : JsonNodeFactory.instance.objectNode();
        return new Fields(known, JsonPointer.empty(), report);
    }
}
