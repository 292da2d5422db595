package io.github.amlmaven.workspace.wire;

/**
 * What something is called in the place that it is published to.
 *
 * @param name its name
 * @param version its version; empty for what has none: a job, a schedule, an endpoint, a deployment
 * @param anonymous whether it is known by its content alone
 */
public record AssetName(String name, String version, boolean anonymous) {

    /** What Azure ML calls a component that has no name of its own. */
    public static final String ANONYMOUS_COMPONENT = "azureml_anonymous";

    /** What Azure ML calls an environment that has no name of its own. */
    public static final String ANONYMOUS_ENVIRONMENT = "CliV2AnonymousEnvironment";
}
