package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Datastores and compute targets, of which the emulator knows no more than that they are there. */
final class Plain implements Kind {
    private final String path;
    private final String noun;
    private final String discriminator;
    private final boolean longRunning;

    private Plain(String path, String noun, String discriminator, boolean longRunning) {
        this.path = path;
        this.noun = noun;
        this.discriminator = discriminator;
        this.longRunning = longRunning;
    }

    static Plain datastores() {
        return new Plain("datastores", "datastore", "datastoreType", false);
    }

    static Plain computes() {
        return new Plain("computes", "compute", "computeType", true);
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String noun() {
        return noun;
    }

    @Override
    public boolean longRunning() {
        return longRunning;
    }

    /** What is secret is not answered. */
    @Override
    public ObjectNode shown(Resource resource, World world) {
        ObjectNode body = resource.body();
        Json.child(Json.child(body, "properties"), "credentials").remove("secrets");
        return body;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        Body body = new Body(put.body());
        body.text(put.properties(), discriminator);
        body.check();
        ObjectNode answer = put.body().deepCopy();
        answer.remove(java.util.List.of("id", "name", "type", "systemData"));
        if (longRunning) {
            Json.child(answer, "properties").put("provisioningState", "Succeeded");
        }
        return new Stored(put.before().isPresent() ? 200 : 201, put.id(), answer);
    }
}
