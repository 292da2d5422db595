package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Schedules: replaced as a whole, and it takes a while. */
final class Schedules implements Kind {

    @Override
    public String path() {
        return "schedules";
    }

    @Override
    public String noun() {
        return "schedule";
    }

    @Override
    public boolean longRunning() {
        return true;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        Body body = new Body(put.body());
        ObjectNode action = body.object(sent, "action");
        ObjectNode trigger = body.object(sent, "trigger");
        body.bool(sent, "isEnabled");
        body.text(action, "actionType");
        body.oneOf(action, "actionType", "CreateJob", "InvokeBatchEndpoint", "CreateMonitor");
        checkTrigger(body, trigger);
        boolean job = action.path("actionType").asText().equals("CreateJob");
        if (job) {
            Jobs.check(body, body.object(action, "jobDefinition"), put.world());
        } else if (action.path("actionType").asText().equals("InvokeBatchEndpoint")) {
            body.object(action, "endpointInvocationDefinition");
        }
        body.check();

        ObjectNode answer = Json.object();
        answer.put("description", Json.text(sent, "description").orElse(null));
        answer.set("tags", Json.texts(sent, "tags"));
        answer.set("properties", Json.texts(sent, "properties"));
        answer.put("displayName", Json.text(sent, "displayName").orElse(null));
        answer.put("isEnabled", sent.path("isEnabled").asBoolean(true));
        answer.set("trigger", trigger(trigger));
        ObjectNode answeredAction = action.deepCopy();
        if (job) {
            answeredAction.set("jobDefinition", definition(Json.child(action, "jobDefinition")));
        }
        answer.set("action", answeredAction);
        answer.put("provisioningState", "Succeeded");
        return new Stored(
                put.before().isPresent() ? 200 : 201, put.id(), Json.object().set("properties", answer));
    }

    private static void checkTrigger(Body body, ObjectNode trigger) {
        body.text(trigger, "triggerType");
        body.oneOf(trigger, "triggerType", "Cron", "Recurrence");
        if (trigger.path("triggerType").asText().equals("Cron")) {
            String expression = body.text(trigger, "expression");
            if (!expression.isBlank() && expression.strip().split("\\s+").length != 5) {
                body.problem("expression: A cron expression has five fields.");
            }
        } else {
            body.text(trigger, "frequency");
            body.oneOf(trigger, "frequency", "Minute", "Hour", "Day", "Week", "Month");
            if (!trigger.path("interval").isInt()) {
                body.problem("interval: An integer is expected.");
            }
        }
    }

    private static ObjectNode trigger(ObjectNode sent) {
        ObjectNode trigger =
                Json.object().putNull("endTime").putNull("startTime").put("timeZone", "UTC");
        trigger.setAll(sent.deepCopy());
        return trigger;
    }

    private static ObjectNode definition(ObjectNode sent) {
        ObjectNode definition = sent.deepCopy();
        for (String name : new String[] {
            "description",
            "tags",
            "properties",
            "displayName",
            "services",
            "computeId",
            "identity",
            "componentId",
            "settings",
            "jobs",
            "inputs",
            "outputs",
            "sourceJobId"
        }) {
            if (!definition.has(name)) {
                definition.putNull(name);
            }
        }
        if (Json.text(definition, "experimentName")
                .filter(name -> !name.isEmpty())
                .isEmpty()) {
            definition.put("experimentName", "Default");
        }
        definition.put("status", "NotStarted");
        definition.put("isArchived", sent.path("isArchived").asBoolean());
        return definition;
    }
}
