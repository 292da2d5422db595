package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.Target.RemoteKind;
import java.util.Optional;

/** A deployment behind a batch endpoint: of a pipeline component, or of a model. */
final class BatchDeploymentBody {
    private final References references;
    private final Fields fields;

    private BatchDeploymentBody(References references, Fields fields) {
        this.references = references;
        this.fields = fields;
    }

    static Body of(Definition definition, Links links) throws UntranslatableException {
        Report report = new Report(definition.id());
        Fields fields = new Fields(definition.tree(), JsonPointer.empty(), report);
        ObjectNode body = EndpointBody.resource(fields, links);
        fields.skip("endpoint_name", "job_definition");
        BatchDeploymentBody deployment = new BatchDeploymentBody(new References(links, report), fields);
        boolean pipeline = fields.has("component") || fields.has("job_definition");
        body.set("properties", pipeline ? deployment.pipeline() : deployment.model());
        fields.refuseRest();
        return report.body(body);
    }

    private ObjectNode pipeline() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        ObjectNode configuration = properties.putObject("deploymentConfiguration");
        configuration.put("deploymentConfigurationType", "PipelineComponent");
        ObjectNode component = configuration.putObject("componentId").put("referenceType", "Id");
        Optional<String> reference = fields.text("component");
        reference.ifPresent(text -> {
            component.put("assetId", references.id(RemoteKind.COMPONENT, text, fields.at("component")));
            if (text.startsWith("snapshot:")) {
                JsonNode definition = references.links().content(text);
                if (definition.hasNonNull("description")) {
                    configuration.set("description", definition.get("description"));
                }
                if (!definition.path("tags").isEmpty()) {
                    configuration.set("tags", definition.get("tags"));
                }
            }
        });
        if (reference.isEmpty()) {
            fields.problem(
                    "job_definition",
                    "A deployment of a job that has run cannot be repeated elsewhere.",
                    "Deploy a component: write 'component' with the file of the pipeline.");
        }
        Common.texts(fields, "settings", configuration);
        describe(properties);
        // What these mean for a pipeline is nothing; Azure's client sends them, and the service answers with them.
        properties.put("errorThreshold", -1);
        properties.put("maxConcurrencyPerInstance", 1);
        properties.put("miniBatchSize", 10);
        properties.put("outputFileName", "predictions.csv");
        return properties;
    }

    private ObjectNode model() {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        fields.text("model").ifPresent(text -> properties
                .putObject("model")
                .put("referenceType", "Id")
                .put("assetId", references.id(RemoteKind.MODEL, text, fields.at("model"))));
        OnlineDeploymentBody.what(fields, references, properties);
        fields.text("compute")
                .ifPresent(text ->
                        properties.put("compute", references.id(RemoteKind.COMPUTE, text, fields.at("compute"))));
        RunSettings run = new RunSettings(Style.CONTRACT);
        run.put(fields, "resources", run::resources, properties);
        // What is written at the top is what an older schema had there.
        Optional<Fields> settings = fields.fields("settings");
        settings.ifPresent(inner -> settings(inner, properties));
        settings(fields, properties);
        settings.ifPresent(Fields::refuseRest);
        describe(properties);
        return properties;
    }

    private static void settings(Fields from, ObjectNode properties) {
        for (String key :
                new String[] {"max_concurrency_per_instance", "mini_batch_size", "error_threshold", "output_file_name"
                }) {
            from.value(key).ifPresent(value -> properties.set(Style.camel(key), value));
        }
        from.text("logging_level").ifPresent(text -> properties.put("loggingLevel", text));
        from.text("output_action").ifPresent(text -> properties.put("outputAction", Style.pascal(text)));
        Common.texts(from, "environment_variables", properties, "environmentVariables");
        from.fields("retry_settings").ifPresent(retry -> {
            ObjectNode settings = properties.putObject("retrySettings");
            retry.value("max_retries").ifPresent(value -> settings.set("maxRetries", value));
            Durations.seconds(retry, "timeout").ifPresent(iso -> settings.put("timeout", iso));
            retry.refuseRest();
        });
    }

    private void describe(ObjectNode properties) {
        EndpointBody.describe(fields, properties);
    }
}
