package io.github.amlmaven.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Versions of components: all but their description and marks is written once, and one without a name gets an id of the service's own. */
final class Components implements Kind {
    private static final String NAMELESS = "azureml_anonymous";
    private static final Set<String> CHANGEABLE =
            Set.of("description", "display_name", "tags", "_source", "$schema", "name", "version", "sourceJobId");

    @Override
    public String path() {
        return "components/versions";
    }

    @Override
    public String noun() {
        return "component";
    }

    @Override
    public boolean longRunning() {
        return false;
    }

    @Override
    public boolean inRegistries() {
        return true;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        ObjectNode spec = Json.child(sent, "componentSpec");
        check(put, sent, spec);
        ObjectNode answeredSpec = ComponentSpec.answered(spec, put.id().name());
        Id id = put.id();
        if (id.parent().name().equals(NAMELESS)) {
            id = own(id, answeredSpec, spec);
        }
        Optional<Resource> before = put.world().store().get(id);
        if (before.isPresent()) {
            checkSame(before.get(), spec, id);
            keepJobs(before.get(), spec);
        }
        ObjectNode answer = Assets.common(sent);
        // The definition has it; here it is lost.
        answer.putNull("description");
        if (put.apiVersion().endsWith("-preview")) {
            answer.putNull("autoDeleteSetting");
        }
        answer.set("componentSpec", answeredSpec);
        answer.put("provisioningState", "Succeeded");
        answer.put("stage", Assets.stage(sent, spec.path("name").asText().equals(NAMELESS)));
        boolean first = before.isEmpty() || id.parent().name().equals(NAMELESS);
        return new Stored(first ? 201 : 200, id, Json.object().set("properties", answer));
    }

    private static void check(Put put, ObjectNode sent, ObjectNode spec) throws Refusal {
        Body body = new Body(put.body());
        body.object(sent, "componentSpec");
        body.text(spec, "type");
        body.oneOf(
                spec,
                "type",
                "command",
                "pipeline",
                "parallel",
                "spark",
                "sweep",
                "automl",
                "data_transfer",
                "import",
                "promptflow_parallel");
        body.bool(sent, "isAnonymous");
        body.bool(sent, "isArchived");
        String type = spec.path("type").asText();
        if (type.equals("command")) {
            body.text(spec, "command");
            body.text(spec, "environment");
        }
        if (type.equals("pipeline")
                && put.before().isEmpty()
                && Json.child(spec, "jobs").isEmpty()) {
            body.problem("componentSpec.jobs: A pipeline without jobs cannot be created.");
        }
        String name = put.id().parent().name();
        String inside = Json.text(spec, "name").orElse(name);
        if (!name.equals(NAMELESS) && !inside.equals(name)) {
            body.problem("componentSpec.name: '" + inside + "' is not the name in the path, '" + name + "'.");
        }
        if (sent.path("isAnonymous").asBoolean() != name.equals(NAMELESS)) {
            body.problem("isAnonymous: What is anonymous is called " + NAMELESS + ", and nothing else is.");
        }
        body.check();
        checkReferences(put, spec);
    }

    private static void checkReferences(Put put, ObjectNode spec) throws Refusal {
        for (String member : new String[] {"code", "environment"}) {
            String reference = spec.path(member).asText();
            put.world().checkThere(member, reference);
            if (put.id().scope().registry() && Id.parse(reference).isPresent()) {
                throw Refusal.invalid("A component of a registry can't refer to " + reference + " of a workspace.");
            }
        }
        Pipelines.checkReferences(spec.path("jobs"), put.world());
    }

    /** The id that the service gives to a component without a name: the same for the same definition, and not the one that was asked for. */
    private static Id own(Id asked, ObjectNode answeredSpec, ObjectNode sentSpec) {
        String content = answeredSpec.toString() + Pipelines.plain(sentSpec.path("jobs"));
        String version = UUID.nameUUIDFromBytes(content.getBytes(UTF_8)).toString();
        return asked.scope().id("components", NAMELESS, "versions", version);
    }

    private static void checkSame(Resource before, ObjectNode spec, Id id) throws Refusal {
        ObjectNode old = Json.child(Json.child(before.sent(), "properties"), "componentSpec");
        Set<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        spec.fieldNames().forEachRemaining(names::add);
        names.removeAll(CHANGEABLE);
        for (String name : names) {
            // What was read has no jobs, and may be sent back to archive it.
            boolean unread = name.equals("jobs") && !spec.has("jobs");
            if (!unread && !comparable(old, name, id).equals(comparable(spec, name, id))) {
                throw new Refusal(
                        400,
                        "UserError",
                        "Failed to update component " + id.parent().name() + " since field \"" + name
                                + "\" is immutable, try specifying a new version.",
                        "BadArgument",
                        "ArgumentInvalid",
                        "UpdateComponentFailed");
            }
        }
    }

    private static void keepJobs(Resource before, ObjectNode spec) {
        JsonNode jobs = before.sent().path("properties").path("componentSpec").path("jobs");
        if (!spec.has("jobs") && jobs.isObject()) {
            spec.set("jobs", jobs);
        }
    }

    private static JsonNode comparable(ObjectNode spec, String name, Id id) {
        return name.equals("jobs")
                ? Pipelines.plain(spec.path(name))
                : ComponentSpec.answered(spec, id.name()).path(name);
    }
}
