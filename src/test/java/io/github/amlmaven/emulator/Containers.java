package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What holds the versions of an asset. It comes with the first of them. */
final class Containers implements Kind {
    private final String path;
    private final String noun;

    Containers(String path, String noun) {
        this.path = path;
        this.noun = noun;
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
        return false;
    }

    @Override
    public boolean inRegistries() {
        return true;
    }

    /** With the newest version; a component's is not told. */
    @Override
    public ObjectNode shown(Resource resource, World world) {
        ObjectNode body = resource.body();
        ObjectNode properties = Json.child(body, "properties");
        List<Resource> versions = world.store().members(resource.id(), "versions");
        if (path.equals("components") || versions.isEmpty()) {
            properties.putNull("latestVersion");
        } else {
            properties.put(
                    "latestVersion", versions.get(versions.size() - 1).id().name());
        }
        properties.put("nextVersion", resource.modified().toString().replaceAll("[:.]", "-"));
        return body;
    }

    @Override
    public Stored put(Put put) throws Refusal {
        Body body = new Body(put.body());
        body.bool(put.properties(), "isArchived");
        body.check();
        return new Stored(put.before().isPresent() ? 200 : 201, put.id(), empty(put.properties()));
    }

    static ObjectNode empty(ObjectNode sent) {
        ObjectNode answer = Assets.common(sent);
        answer.remove("isAnonymous");
        answer.put("provisioningState", "Succeeded");
        return Json.object().set("properties", answer);
    }
}
