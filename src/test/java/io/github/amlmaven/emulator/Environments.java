package io.github.amlmaven.emulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Versions of environments: write once, and the conda file comes back as JSON. */
final class Environments implements Kind {
    private static final List<String> FIXED = List.of("image", "build", "condaFile", "inferenceConfig", "osType");

    @Override
    public String path() {
        return "environments/versions";
    }

    @Override
    public String noun() {
        return "environment";
    }

    @Override
    public boolean longRunning() {
        return false;
    }

    @Override
    public boolean inRegistries() {
        return true;
    }

    /** The newest of them carries the label of being so. */
    @Override
    public ObjectNode shown(Resource resource, World world) {
        ObjectNode body = resource.body();
        List<Resource> all = world.store().members(resource.id().parent(), "versions");
        if (all.get(all.size() - 1).id().key().equals(resource.id().key())) {
            Json.child(body, "properties").withObject("/properties").put("azureml.labels", "latest");
        }
        return body;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        check(put, sent);
        ObjectNode answer = answer(sent);
        if (put.before().isPresent()) {
            ObjectNode before = put.before().get().properties();
            for (String field : FIXED) {
                if (!before.path(field).equals(answer.path(field))) {
                    throw new Refusal(
                            400,
                            "UserError",
                            "Environment " + put.id().parent().name() + " with version "
                                    + put.id().name() + " is already registered and cannot be changed.",
                            "BadArgument",
                            "EnvironmentVersionImmutable");
                }
            }
        }
        return new Stored(201, put.id(), Json.object().set("properties", answer));
    }

    private static void check(Put put, ObjectNode sent) throws Refusal {
        Body body = new Body(put.body());
        boolean image = Json.text(sent, "image").isPresent();
        boolean build = sent.path("build").isObject();
        if (image == build) {
            body.problem("image: Exactly one of image and build is required.");
        }
        if (build) {
            body.text(Json.child(sent, "build"), "contextUri");
        }
        if (build && Json.text(sent, "condaFile").isPresent()) {
            body.problem("condaFile: A conda file needs an image.");
        }
        body.oneOf(sent, "osType", "Linux", "Windows");
        body.oneOf(sent, "autoRebuild", "Disabled", "OnBaseImageUpdate");
        body.bool(sent, "isAnonymous");
        body.bool(sent, "isArchived");
        body.check();
    }

    private static ObjectNode answer(ObjectNode sent) throws Refusal {
        ObjectNode answer = Assets.common(sent);
        answer.put("environmentType", "UserCreated");
        Json.text(sent, "image").ifPresent(image -> answer.put("image", image));
        if (Json.text(sent, "condaFile").isPresent()) {
            answer.put("condaFile", json(sent.path("condaFile").asText()));
        }
        if (sent.path("build") instanceof ObjectNode build) {
            String context = build.path("contextUri").asText();
            answer.putObject("build")
                    .put("contextUri", context.endsWith("/") ? context : context + "/")
                    .put("dockerfilePath", Json.text(build, "dockerfilePath").orElse("Dockerfile"));
        }
        answer.put("osType", Json.text(sent, "osType").orElse("Linux"));
        if (sent.path("inferenceConfig").isObject()) {
            answer.set("inferenceConfig", sent.path("inferenceConfig"));
        }
        answer.put("autoRebuild", Json.text(sent, "autoRebuild").orElse("Disabled"));
        answer.put("provisioningState", "Succeeded");
        answer.put("stage", Assets.stage(sent, sent.path("isAnonymous").asBoolean()));
        return answer;
    }

    /** The conda file as the service rewrites it. */
    private static String json(String yaml) throws Refusal {
        try {
            Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
            JsonNode json = Json.MAPPER.valueToTree(loaded);
            if (!json.isObject()) {
                throw Refusal.invalid("The conda file is invalid: a mapping is expected.");
            }
            Separators spaced = Separators.createDefaultInstance()
                    .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                    .withArrayEmptySeparator("")
                    .withObjectEmptySeparator("");
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter printer = new DefaultPrettyPrinter(spaced);
            printer.indentArraysWith(lines);
            printer.indentObjectsWith(lines);
            return Json.MAPPER.writer(printer).writeValueAsString(json);
        } catch (YAMLException | JsonProcessingException e) {
            throw Refusal.invalid("The conda file is invalid: " + e.getMessage());
        }
    }
}
