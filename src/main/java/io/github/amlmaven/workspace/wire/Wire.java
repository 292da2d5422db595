package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.definition.AssetKind;

/** Bodies of requests: what Azure's own client, azure-ai-ml 1.35, sends for the same definitions. */
public final class Wire {
    private Wire() {}

    /**
     * The body that publishes a definition. A pipeline becomes the job that runs it; what is written inline in a pipeline has to be a component of its own by now, see {@link Inlined}.
     *
     * @param definition what to publish
     * @param name what it is called there
     * @param links what it refers to
     * @return the body
     * @throws UntranslatableException when Azure ML has no body for it; every reason is named
     */
    public static Body body(Definition definition, AssetName name, Links links) throws UntranslatableException {
        return switch (definition.id().kind()) {
            case COMPONENT -> ComponentBody.of(definition, name, links);
            case ENVIRONMENT -> EnvironmentBody.of(definition, name, links);
            case PIPELINE -> PipelineBody.of(definition, links);
            default -> throw new IllegalArgumentException(definition.id() + " has no body");
        };
    }

    /**
     * The name of a component or an environment that has none of its own.
     *
     * @param kind which of the two
     * @param body its body, made with any anonymous name
     * @return the name by its content; the service may answer with another one
     */
    public static AssetName anonymous(AssetKind kind, Body body) {
        ObjectNode properties = (ObjectNode) body.content().get("properties");
        return kind == AssetKind.COMPONENT
                ? new AssetName(
                        AssetName.ANONYMOUS_COMPONENT,
                        ComponentBody.anonymousVersion((ObjectNode) properties.get("componentSpec")),
                        true)
                : new AssetName(AssetName.ANONYMOUS_ENVIRONMENT, PythonJson.sha256(properties.toString()), true);
    }
}
