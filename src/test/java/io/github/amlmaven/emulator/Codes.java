package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** Versions of code: written once, over blobs that have to be there. */
final class Codes implements Kind {

    @Override
    public String path() {
        return "codes/versions";
    }

    @Override
    public String noun() {
        return "code";
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
    public Stored put(Put put) throws Refusal, IOException {
        ObjectNode sent = put.properties();
        Body body = new Body(put.body());
        String uri = body.text(sent, "codeUri");
        body.bool(sent, "isAnonymous");
        body.bool(sent, "isArchived");
        body.check();
        checkUploaded(uri, put.world());
        if (put.before().isPresent()
                && !put.before().get().properties().path("codeUri").asText().equals(uri)) {
            throw new Refusal(400, "UserError", "Asset paths cannot be updated.", "BadArgument", "ArgumentInvalid");
        }
        ObjectNode answer = Assets.common(sent);
        // Recorded: also where true was sent.
        answer.put("isAnonymous", false);
        answer.put("codeUri", uri);
        answer.put("provisioningState", "Succeeded");
        return new Stored(
                put.before().isPresent() ? 200 : 201, put.id(), Json.object().set("properties", answer));
    }

    private static void checkUploaded(String uri, World world) throws Refusal, IOException {
        String base = world.blobAddress() + "/";
        if (!uri.startsWith(base)) {
            return;
        }
        if (uri.indexOf('?') >= 0) {
            throw Refusal.invalid("The codeUri must not have a query.");
        }
        String[] parts = uri.substring(base.length()).split("/", 2);
        if (!world.blobs().hasAny(parts[0], parts.length < 2 ? "" : parts[1])) {
            throw Refusal.invalid("There is nothing at the codeUri " + uri + ".");
        }
    }
}
