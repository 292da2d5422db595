package io.github.amlmaven.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Versions of data or of models: where they lie is written once. */
final class DataAssets implements Kind {
    private final String path;
    private final String noun;
    private final String uri;
    private final String type;
    private final String[] types;

    private DataAssets(String path, String noun, String uri, String type, String... types) {
        this.path = path;
        this.noun = noun;
        this.uri = uri;
        this.type = type;
        this.types = types;
    }

    static DataAssets data() {
        return new DataAssets("data/versions", "data", "dataUri", "dataType", "uri_file", "uri_folder", "mltable");
    }

    static DataAssets models() {
        return new DataAssets(
                "models/versions", "model", "modelUri", "modelType", "custom_model", "mlflow_model", "triton_model");
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

    @Override
    public Stored put(Put put) throws Refusal {
        ObjectNode sent = put.properties();
        Body body = new Body(put.body());
        String where = body.text(sent, uri);
        body.oneOf(sent, type, types);
        body.bool(sent, "isAnonymous");
        body.bool(sent, "isArchived");
        body.check();
        Paths.check(where, put.id().scope(), put.world());
        String answeredUri = Paths.answered(where, put.id().scope());
        if (put.before().isPresent()
                && !put.before().get().properties().path(uri).asText().equals(answeredUri)) {
            throw new Refusal(400, "UserError", "Asset paths cannot be updated.", "BadArgument", "ArgumentInvalid");
        }
        ObjectNode answer = Assets.common(sent);
        answer.put(type, Json.text(sent, type).orElse(types[0]));
        answer.put(uri, answeredUri);
        sent.properties().stream()
                .filter(member -> !answer.has(member.getKey()))
                .forEach(member -> answer.set(member.getKey(), member.getValue()));
        answer.putNull("stage");
        if (noun.equals("model") && !answer.path("flavors").isObject()) {
            answer.putObject("flavors");
        }
        return new Stored(
                put.before().isPresent() ? 200 : 201, put.id(), Json.object().set("properties", answer));
    }
}
