package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How something runs: on how many machines, for how long, as whom, with which windows into it. */
final class RunSettings {
    private static final Map<String, String> DISTRIBUTIONS =
            Map.of("pytorch", "PyTorch", "mpi", "Mpi", "tensorflow", "TensorFlow", "ray", "Ray");
    private static final Map<String, String> SERVICES = Map.of(
            "custom", "Custom",
            "jupyter_lab", "JupyterLab",
            "ssh", "SSH",
            "tensor_board", "TensorBoard",
            "vs_code", "VSCode");
    private static final Map<String, Integer> PRIORITIES = Map.of("low", 1, "medium", 2, "high", 3);

    private final Style style;

    RunSettings(Style style) {
        this.style = style;
    }

    /** Puts what there is of a setting into a body. */
    void put(Fields from, String key, Function<Fields, ObjectNode> setting, ObjectNode to) {
        from.fields(key)
                .map(setting)
                .filter(value -> !value.isEmpty())
                .ifPresent(value -> to.set(style.key(key), value));
    }

    ObjectNode distribution(Fields fields) {
        String type = fields.text("type").orElse("");
        String word = DISTRIBUTIONS.getOrDefault(type.toLowerCase(Locale.ROOT), "");
        if (word.isEmpty()) {
            fields.problem("type", "'" + type + "' is no way to distribute.", "Write pytorch, mpi, tensorflow or ray.");
        }
        ObjectNode distribution = object().put(style.key("distribution_type"), word);
        if (word.equals("TensorFlow")) {
            distribution.put(style.key("parameter_server_count"), 0);
        }
        copy(fields, distribution);
        return distribution;
    }

    /** As a component has it, in which the type keeps its name. */
    static ObjectNode declaredDistribution(Fields fields) {
        ObjectNode distribution = object();
        if (fields.text("type").orElse("").equalsIgnoreCase("tensorflow")) {
            distribution.put("parameter_server_count", 0);
        }
        fields.text("type").ifPresent(text -> distribution.put("type", text.toLowerCase(Locale.ROOT)));
        distribution.setAll(Plain.of(fields.rest()));
        return distribution;
    }

    ObjectNode resources(Fields fields) {
        ObjectNode resources = object();
        fields.value("docker_args")
                .ifPresent(
                        value -> resources.set(style.key(value.isArray() ? "docker_args_list" : "docker_args"), value));
        fields.value("properties").ifPresent(value -> resources.set("properties", Plain.of(value)));
        copy(fields, resources);
        return resources;
    }

    ObjectNode limits(Fields fields) {
        ObjectNode limits = object();
        Durations.seconds(fields, "timeout").ifPresent(iso -> limits.put("timeout", iso));
        limits.put(style.key("job_limits_type"), "Command");
        copy(fields, limits);
        return limits;
    }

    ObjectNode queue(Fields fields) {
        ObjectNode queue = object();
        fields.text("job_tier")
                .ifPresent(text -> queue.put(style.key("job_tier"), Style.pascal(text.toLowerCase(Locale.ROOT))));
        fields.text("priority").ifPresent(text -> {
            Integer priority = PRIORITIES.get(text.toLowerCase(Locale.ROOT));
            if (priority == null) {
                fields.problem("priority", "'" + text + "' is no priority.", "Write low, medium or high.");
            }
            if (style == Style.STEP) {
                queue.put("priority", priority);
            } else {
                fields.lost("Azure ML's REST contract has no place for the priority '" + text + "' of a job.");
            }
        });
        fields.refuseRest();
        return queue;
    }

    ObjectNode identity(Fields fields) {
        return style == Style.STEP ? Identity.snake(fields) : Identity.camel(fields);
    }

    /** The windows into a running job. */
    void services(Fields from, ObjectNode to) {
        Map<String, JsonNode> services = from.entries("services");
        if (!services.isEmpty()) {
            ObjectNode all = to.putObject("services");
            services.keySet().forEach(name -> from.fields("services")
                    .flatMap(fields -> fields.fields(name))
                    .ifPresent(service -> all.set(name, service(service))));
        }
    }

    private ObjectNode service(Fields fields) {
        ObjectNode service = object();
        fields.text("type")
                .ifPresent(text -> service.put(style.key("job_service_type"), SERVICES.getOrDefault(text, text)));
        fields.value("port").ifPresent(value -> service.set("port", value));
        fields.text("endpoint").ifPresent(text -> service.put("endpoint", text));
        fields.text("nodes").ifPresent(text -> service.putObject("nodes").put(style.key("nodes_value_type"), "All"));
        ObjectNode properties = object();
        Common.texts(fields, "properties", service);
        Optional<String> logs = fields.text("log_dir");
        logs.ifPresent(text -> properties.put("logDir", text));
        fields.text("ssh_public_keys").ifPresent(text -> properties.put("sshPublicKeys", text));
        if (!properties.isEmpty()) {
            service.withObjectProperty("properties").setAll(properties);
        }
        fields.refuseRest();
        return service;
    }

    private void copy(Fields fields, ObjectNode to) {
        fields.rest().forEach((key, value) -> to.set(style.key(key), value));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
