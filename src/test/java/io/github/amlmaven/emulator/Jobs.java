package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;

/** Jobs: a pipeline is checked and begins to be prepared; it is never run. */
final class Jobs implements Kind {
    private static final Set<String> CHANGEABLE =
            Set.of("description", "displayName", "tags", "isArchived", "properties");
    private static final String[] NULLS = {
        "description", "displayName", "computeId", "identity", "componentId", "settings", "sourceJobId"
    };

    @Override
    public String path() {
        return "jobs";
    }

    @Override
    public String noun() {
        return "job";
    }

    @Override
    public boolean longRunning() {
        return false;
    }

    @Override
    public boolean deletesSlowly() {
        return true;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        check(new Body(put.body()), sent, put.world());
        if (put.before().isPresent()) {
            checkSame(put.before().get(), sent, put.id());
        }
        ObjectNode answer = answer(sent);
        answer.put("status", "Preparing");
        if (Json.text(sent, "displayName").isEmpty()) {
            answer.put("displayName", put.id().name());
        }
        answer.put("experimentName", Json.text(sent, "experimentName").orElse("Default"));
        addProperties(answer, sent);
        addServices(answer, put);
        return new Stored(
                put.before().isPresent() ? 200 : 201, put.id(), Json.object().set("properties", answer));
    }

    /** Checks a pipeline job by itself, as in a schedule. */
    static void check(Body body, ObjectNode job, World world) throws Refusal {
        body.text(job, "jobType");
        body.oneOf(job, "jobType", "Pipeline", "Command", "Sweep", "AutoML", "Spark");
        body.bool(job, "isArchived");
        if (job.path("jobType").asText().equals("Pipeline")) {
            boolean inline = !Json.child(job, "jobs").isEmpty();
            boolean source = Json.text(job, "sourceJobId").isPresent();
            boolean component = Json.text(job, "componentId").isPresent();
            if (inline && source) {
                body.problem("sourceJobId: A job can't have both sourceJobId and jobs.");
            }
            if (!inline && !source && !component) {
                body.problem("jobs: One of jobs, componentId and sourceJobId is required.");
            }
        }
        for (Map.Entry<String, JsonNode> input : job.path("inputs").properties()) {
            checkInput(body, input.getKey(), input.getValue());
        }
        body.check();
        world.checkThere("component", job.path("componentId").asText());
        world.checkThere("compute", job.path("computeId").asText());
        world.checkThere("job", job.path("sourceJobId").asText());
        for (JsonNode input : job.path("inputs")) {
            world.checkThere("data", input.path("uri").asText());
        }
        Pipelines.checkReferences(job.path("jobs"), world);
    }

    private static void checkInput(Body body, String name, JsonNode input) {
        if (!(input instanceof ObjectNode object)) {
            body.problem("inputs." + name + ": An object is expected.");
            return;
        }
        String type = body.text(object, "jobInputType");
        body.oneOf(
                object,
                "jobInputType",
                "literal",
                "uri_file",
                "uri_folder",
                "mltable",
                "custom_model",
                "mlflow_model",
                "triton_model");
        body.oneOf(
                object, "mode", "ReadOnlyMount", "ReadWriteMount", "Download", "Direct", "EvalMount", "EvalDownload");
        if (type.equals("literal") && !input.path("value").isTextual()) {
            body.problem("inputs." + name + ".value: A string is expected.");
        } else if (!type.equals("literal")) {
            body.text(object, "uri");
        }
    }

    /** What is answered of the definition itself. */
    static ObjectNode answer(ObjectNode sent) {
        ObjectNode answer = sent.deepCopy();
        for (String name : NULLS) {
            if (!answer.has(name)) {
                answer.putNull(name);
            }
        }
        for (String map : new String[] {"tags", "properties", "inputs", "outputs"}) {
            if (!answer.path(map).isObject()) {
                answer.putObject(map);
            }
        }
        answer.put("isArchived", sent.path("isArchived").asBoolean());
        answer.path("inputs").forEach(Jobs::describe);
        for (JsonNode output : answer.path("outputs")) {
            describe(output);
            if (output instanceof ObjectNode object) {
                if (!object.hasNonNull("mode")) {
                    object.put("mode", "ReadWriteMount");
                }
                if (!object.has("uri")) {
                    object.putNull("uri");
                }
            }
        }
        return answer;
    }

    private static void describe(JsonNode port) {
        if (port instanceof ObjectNode object && !object.has("description")) {
            object.putNull("description");
        }
    }

    private static void addProperties(ObjectNode answer, ObjectNode sent) {
        ObjectNode parameters = Json.object();
        for (Map.Entry<String, JsonNode> input : sent.path("inputs").properties()) {
            if (input.getValue().path("jobInputType").asText().equals("literal")) {
                parameters.set(input.getKey(), input.getValue().path("value"));
            }
        }
        ObjectNode properties = Json.child(answer, "properties");
        boolean goesOn = sent.path("settings").path("continue_on_step_failure").asBoolean();
        properties
                .put("azureml.DevPlatv2", "true")
                .put("azureml.runsource", "azureml.PipelineRun")
                .put("runSource", "MFE")
                .put("runType", "HTTP")
                .put("azureml.parameters", parameters.toString())
                .put("azureml.continue_on_step_failure", goesOn ? "True" : "False")
                .put("azureml.continue_on_failed_optional_input", "True")
                .put("azureml.defaultDataStoreName", "workspaceblobstore")
                .put("azureml.pipelineComponent", "pipelinerun");
        Json.text(sent, "computeId")
                .ifPresent(id -> properties.put("azureml.defaultComputeName", id.replaceFirst(".*/", "")));
    }

    private static void addServices(ObjectNode answer, Put put) {
        ObjectNode services = answer.putObject("services");
        service(services, "Tracking", "azureml://" + put.world().address().getAuthority() + "/mlflow/v1.0/x?");
        service(
                services,
                "Studio",
                "https://ml.azure.com/runs/" + put.id().name() + "?wsid="
                        + put.id().scope());
    }

    private static void service(ObjectNode services, String name, String endpoint) {
        services.putObject(name)
                .put("jobServiceType", name)
                .putNull("port")
                .put("endpoint", endpoint)
                .putNull("status")
                .putNull("errorMessage")
                .putNull("properties")
                .putNull("nodes");
    }

    private static void checkSame(Resource before, ObjectNode sent, Id id) throws Refusal {
        ObjectNode was = Json.child(before.sent(), "properties").deepCopy();
        ObjectNode is = sent.deepCopy();
        was.remove(CHANGEABLE);
        is.remove(CHANGEABLE);
        if (!Pipelines.plain(was).equals(Pipelines.plain(is))) {
            throw new Refusal(
                    400,
                    "UserError",
                    "A job with the name " + id.name() + " already exists. If you are trying to submit a new job,"
                            + " use a different name. If you are trying to update an existing job, its existing"
                            + " configuration cannot be changed. Only description, displayName, tags, and isArchived"
                            + " can be updated.",
                    "BadArgument",
                    "JobPropertyImmutable");
        }
    }
}
