package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How a sweep looks for parameters: where, in which order, for what, and when it stops. */
final class Search {
    /** What each distribution is made of, in the order of the contract's list. */
    private static final Map<String, List<String>> PARAMETERS = Map.ofEntries(
            Map.entry("choice", List.of("values")),
            Map.entry("randint", List.of("upper")),
            Map.entry("uniform", List.of("min_value", "max_value")),
            Map.entry("loguniform", List.of("min_value", "max_value")),
            Map.entry("quniform", List.of("min_value", "max_value", "q")),
            Map.entry("qloguniform", List.of("min_value", "max_value", "q")),
            Map.entry("normal", List.of("mu", "sigma")),
            Map.entry("lognormal", List.of("mu", "sigma")),
            Map.entry("qnormal", List.of("mu", "sigma", "q")),
            Map.entry("qlognormal", List.of("mu", "sigma", "q")));

    /** What a policy is made of, and is zero where it is not written. */
    private static final Map<String, List<String>> POLICIES = Map.of(
            "bandit", List.of("delay_evaluation", "evaluation_interval", "slack_factor", "slack_amount"),
            "median_stopping", List.of("delay_evaluation", "evaluation_interval"),
            "truncation_selection", List.of("delay_evaluation", "evaluation_interval", "truncation_percentage"));

    private final Style style;

    Search(Style style) {
        this.style = style;
    }

    void put(Fields from, ObjectNode to) {
        if (style == Style.CONTRACT) {
            from.fields("search_space").ifPresent(space -> to.set("searchSpace", space(space)));
        }
        algorithm(from, to);
        from.fields("objective").ifPresent(objective -> to.set("objective", objective(objective)));
        from.fields("early_termination")
                .ifPresent(policy -> to.set(style.key("early_termination"), termination(policy)));
        from.fields("limits").ifPresent(limits -> to.set("limits", limits(limits)));
    }

    private static ObjectNode space(Fields space) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        space.rest().keySet().forEach(name -> space.fields(name)
                .ifPresent(distribution -> all.set(name, distribution(distribution))));
        return all;
    }

    /** {@code ["uniform", [0.01, 0.9]]}. */
    private static ArrayNode distribution(Fields fields) {
        String type = fields.text("type").orElse("");
        ArrayNode distribution = JsonNodeFactory.instance.arrayNode();
        distribution.add(type);
        ArrayNode parameters = distribution.addArray();
        if (!PARAMETERS.containsKey(type)) {
            fields.problem(
                    "type",
                    "'" + type + "' is nothing to draw a parameter from.",
                    "Write one of: "
                            + String.join(
                                    ", ", PARAMETERS.keySet().stream().sorted().toList()) + ".");
        }
        for (String key : PARAMETERS.getOrDefault(type, List.of())) {
            if (!fields.has(key)) {
                fields.problem(key, "'" + type + "' needs '" + key + "'.", "Write it.");
            }
            fields.value(key).ifPresent(parameters::add);
        }
        fields.refuseRest();
        return distribution;
    }

    private void algorithm(Fields from, ObjectNode to) {
        from.value("sampling_algorithm").ifPresent(value -> {
            if (style == Style.STEP) {
                to.set("sampling_algorithm", value);
                return;
            }
            JsonNode type = value.isObject() ? value.path("type") : value;
            ObjectNode algorithm = to.putObject("samplingAlgorithm");
            algorithm.put("samplingAlgorithmType", Style.pascal(type.asText().toLowerCase(Locale.ROOT)));
            value.properties().forEach(field -> {
                if (!field.getKey().equals("type")) {
                    algorithm.set(field.getKey(), field.getValue());
                }
            });
        });
    }

    private ObjectNode objective(Fields fields) {
        ObjectNode objective = JsonNodeFactory.instance.objectNode();
        fields.text("goal").ifPresent(text -> objective.put("goal", text.toLowerCase(Locale.ROOT)));
        fields.text("primary_metric").ifPresent(text -> objective.put(style.key("primary_metric"), text));
        fields.refuseRest();
        return objective;
    }

    private ObjectNode termination(Fields fields) {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        fields.text("type").ifPresent(text -> policy.put(style.key("policy_type"), Style.pascal(text)));
        POLICIES.getOrDefault(fields.text("type").orElse(""), List.of()).forEach(key -> policy.put(style.key(key), 0));
        fields.rest().forEach((key, value) -> policy.set(style.key(key), value));
        return policy;
    }

    private ObjectNode limits(Fields fields) {
        ObjectNode limits = JsonNodeFactory.instance.objectNode();
        if (style == Style.STEP) {
            limits.setAll(Plain.of(fields.rest()));
            return limits;
        }
        Durations.seconds(fields, "timeout").ifPresent(iso -> limits.put("timeout", iso));
        Durations.seconds(fields, "trial_timeout").ifPresent(iso -> limits.put("trialTimeout", iso));
        fields.rest().forEach((key, value) -> limits.set(style.key(key), value));
        return limits.put("jobLimitsType", "Sweep");
    }
}
