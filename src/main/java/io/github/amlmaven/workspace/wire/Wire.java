package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetKind;
import io.github.amlmaven.workspace.Collection;
import java.util.Set;
import java.util.stream.Stream;

/** Bodies of requests: what Azure's own client, azure-ai-ml 1.35, sends for the same definitions. */
public final class Wire {
    private static final Set<String> HAVE_COMPONENTS = Set.of("pipeline", "command", "parallel", "spark", "automl");

    private Wire() {}

    /**
     * The body that publishes a definition. A pipeline becomes the job that runs it, see {@link #jobComponent} for the other way; what is written inline in a pipeline has to be a component of its own by now, see {@link Inlined}.
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
            case PIPELINE, JOB -> JobBody.of(definition, links);
            case DATA -> DataBody.of(definition, name, links);
            case MODEL -> ModelBody.of(definition, name, links);
            case SCHEDULE -> ScheduleBody.of(definition, links);
            case ENDPOINT ->
                collection(definition) == Collection.BATCH_ENDPOINT
                        ? EndpointBody.batch(definition, links)
                        : EndpointBody.online(definition, links);
            case DEPLOYMENT ->
                collection(definition) == Collection.BATCH_DEPLOYMENT
                        ? BatchDeploymentBody.of(definition, links)
                        : OnlineDeploymentBody.of(definition, links);
            case COMPUTE, DATASTORE, RUN_CONFIGURATION, RECORD ->
                throw new IllegalArgumentException(definition.id() + " is recorded, and never published");
        };
    }

    /**
     * The body of the component that a job is published as, without running it.
     *
     * @param job a pipeline job, whose inline steps are components by now, or a job that {@link #hasComponent}
     * @param name what the component is called
     * @param links what it refers to
     * @return the body; what the job says and a component cannot is among what is lost
     * @throws UntranslatableException when Azure ML has no body for it; every reason is named
     */
    public static Body jobComponent(Definition job, AssetName name, Links links) throws UntranslatableException {
        JobAsComponent without = JobAsComponent.of(job);
        Body body = ComponentBody.of(without.component(), name, links);
        return new Body(
                body.content(),
                Stream.concat(without.lost().stream(), body.lost().stream()).toList());
    }

    /**
     * Whether a job can be published as a component. Azure ML has none that is a sweep; a step of a pipeline sweeps over one.
     *
     * @param job a pipeline job or a job of its own
     * @return true for pipelines, commands, parallel, Spark and AutoML jobs
     */
    public static boolean hasComponent(Definition job) {
        return HAVE_COMPONENTS.contains(ComponentType.of(job.tree()));
    }

    /**
     * Whether a job can be run by itself.
     *
     * @param job a pipeline job or a job of its own
     * @return true for pipelines, commands, sweeps and Spark jobs
     */
    public static boolean runsAlone(Definition job) {
        return JobBody.TYPES.contains(ComponentType.of(job.tree()));
    }

    /**
     * The body of a code version.
     *
     * @param uri where its files were uploaded
     * @param hash Azure ML's hash of them, version 202208
     * @return the body
     */
    public static Body code(String uri, String hash) {
        return CodeBody.of(uri, hash);
    }

    /**
     * What a definition is published as.
     *
     * @param definition a definition of a kind that is published
     * @return the collection that its resource belongs to
     */
    public static Collection collection(Definition definition) {
        return Published.as(definition);
    }

    /**
     * The name of a component or an environment that has none of its own.
     *
     * @param kind which of the two
     * @param body its body, made with any anonymous name
     * @return the name by its content; the service may answer with another one
     */
    public static AssetName anonymous(AssetKind kind, Body body) {
        JsonNode properties = body.content().path("properties");
        return kind == AssetKind.COMPONENT
                ? new AssetName(
                        AssetName.ANONYMOUS_COMPONENT,
                        ComponentBody.anonymousVersion(properties.path("componentSpec")),
                        true)
                : new AssetName(AssetName.ANONYMOUS_ENVIRONMENT, EnvironmentBody.anonymousVersion(properties), true);
    }
}
