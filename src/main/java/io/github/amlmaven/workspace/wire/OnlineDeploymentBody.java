package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Map;

/** A deployment behind an online endpoint. */
final class OnlineDeploymentBody {
    private static final Map<String, String> REQUEST = Map.of(
            "request_timeout_ms", "requestTimeout",
            "max_queue_wait_ms", "maxQueueWait");
    private static final Map<String, String> SCALES =
            Map.of("default", "Default", "target_utilization", "TargetUtilization");

    private static final long MILLIS = 1000;

    private OnlineDeploymentBody() {}

    static Body of(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = EndpointBody.resource(fields, links);
        fields.skip("endpoint_name");
        ObjectNode properties = body.putObject("properties");
        References references = new References(links, report);
        fields.text("model")
                .ifPresent(text -> properties.put("model", references.id(RemoteKind.MODEL, text, fields.at("model"))));
        what(fields, references, properties);
        boolean kubernetes = definition.tree().path("type").asText().equals("kubernetes");
        properties.put("endpointComputeType", kubernetes ? "Kubernetes" : "Managed");
        if (kubernetes) {
            fields.fields("resources").ifPresent(resources -> resources(resources, properties));
        }
        copy(fields, properties);
        EndpointBody.describe(fields, properties);
        ObjectNode sku = body.putObject("sku").put("name", "Default");
        fields.value("instance_count").ifPresent(count -> sku.set("capacity", count));
        fields.refuseRest();
        return report.body(body);
    }

    /** Code and environment, of an online deployment as of a batch one. */
    static void what(Fields fields, References references, ObjectNode properties) {
        fields.fields("code_configuration").ifPresent(code -> {
            ObjectNode configuration = properties.putObject("codeConfiguration");
            code.text("code")
                    .ifPresent(
                            text -> configuration.put("codeId", references.id(RemoteKind.CODE, text, code.at("code"))));
            code.text("scoring_script").ifPresent(text -> configuration.put("scoringScript", text));
            code.refuseRest();
        });
        fields.text("environment")
                .ifPresent(text -> properties.put(
                        "environmentId", references.id(RemoteKind.ENVIRONMENT, text, fields.at("environment"))));
        Common.texts(fields, "environment_variables", properties, "environmentVariables");
    }

    private static void copy(Fields fields, ObjectNode properties) {
        fields.text("instance_type").ifPresent(text -> properties.put("instanceType", text));
        fields.text("model_mount_path").ifPresent(text -> properties.put("modelMountPath", text));
        properties.put(
                "appInsightsEnabled",
                fields.text("app_insights_enabled").orElse("false").equals("true"));
        fields.text("egress_public_network_access")
                .ifPresent(text -> properties.put("egressPublicNetworkAccess", Style.pascal(text)));
        fields.fields("request_settings").ifPresent(request -> properties.set("requestSettings", request(request)));
        for (String key : new String[] {"liveness_probe", "readiness_probe", "startup_probe"}) {
            fields.fields(key).ifPresent(probe -> properties.set(Style.camel(key), probe(probe)));
        }
        fields.fields("scale_settings").ifPresent(scale -> properties.set("scaleSettings", scale(scale)));
    }

    private static ObjectNode request(Fields fields) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        REQUEST.forEach((key, name) -> fields.value(key).ifPresent(value -> {
            long millis = value.asLong();
            if (millis % MILLIS == 0) {
                Durations.of(millis / MILLIS).ifPresent(iso -> request.put(name, iso));
            } else {
                request.put(name, "PT" + PythonText.of((double) millis / MILLIS) + "S");
            }
        }));
        fields.value("max_concurrent_requests_per_instance")
                .ifPresent(value -> request.set("maxConcurrentRequestsPerInstance", value));
        fields.refuseRest();
        return request;
    }

    private static ObjectNode probe(Fields fields) {
        ObjectNode probe = JsonNodeFactory.instance.objectNode();
        for (String key : new String[] {"initial_delay", "period", "timeout"}) {
            Durations.seconds(fields, key).ifPresent(iso -> probe.put(Style.camel(key), iso));
        }
        for (String key : new String[] {"success_threshold", "failure_threshold"}) {
            fields.value(key).ifPresent(value -> probe.set(Style.camel(key), value));
        }
        fields.refuseRest();
        return probe;
    }

    private static ObjectNode scale(Fields fields) {
        ObjectNode scale = JsonNodeFactory.instance.objectNode();
        String type = fields.text("type").orElse("default");
        String word = SCALES.get(type);
        if (word == null) {
            fields.problem("type", "'" + type + "' is no way to scale.", "Write default or target_utilization.");
        }
        scale.put("scaleType", word);
        Durations.seconds(fields, "polling_interval").ifPresent(iso -> scale.put("pollingInterval", iso));
        for (String key : new String[] {"min_instances", "max_instances", "target_utilization_percentage"}) {
            fields.value(key).ifPresent(value -> scale.set(Style.camel(key), value));
        }
        fields.refuseRest();
        return scale;
    }

    private static void resources(Fields fields, ObjectNode properties) {
        ObjectNode all = properties.putObject("containerResourceRequirements");
        for (String key : new String[] {"requests", "limits"}) {
            fields.fields(key).ifPresent(part -> {
                ObjectNode to = all.putObject("containerResource" + Style.pascal(key));
                part.text("cpu").ifPresent(text -> to.put("cpu", text));
                part.text("memory").ifPresent(text -> to.put("memory", text));
                part.text("nvidia.com/gpu").ifPresent(text -> to.put("gpu", text));
                part.refuseRest();
            });
        }
        fields.refuseRest();
    }
}
