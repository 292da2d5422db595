package io.github.amlmaven.definition;

/** What a definition defines. Each kind has a folder of its own in a snapshot. */
public enum AssetKind {
    /** A pipeline job, or an SDK v1 pipeline. */
    PIPELINE("pipeline", "pipelines"),
    /** A job that is no pipeline: command, sweep, parallel, spark, automl. */
    JOB("job", "jobs"),
    /** A component of any type, pipelines and flows among them. */
    COMPONENT("component", "components"),
    /** An environment. */
    ENVIRONMENT("environment", "environments"),
    /** A data asset. */
    DATA("data", "data"),
    /** A model. */
    MODEL("model", "models"),
    /** A schedule. */
    SCHEDULE("schedule", "schedules"),
    /** A batch or an online endpoint. */
    ENDPOINT("endpoint", "endpoints"),
    /** A deployment behind an endpoint. */
    DEPLOYMENT("deployment", "deployments"),
    /** A compute target: recorded, never published. */
    COMPUTE("compute", "computes"),
    /** A datastore: recorded, never published. */
    DATASTORE("datastore", "datastores"),
    /** An SDK v1 run configuration. */
    RUN_CONFIGURATION("runconfig", "runconfigs"),
    /** Any other Azure ML definition, such as a workspace or a connection: recorded, never published. */
    RECORD("record", "records");

    private final String label;
    private final String folder;

    AssetKind(String label, String folder) {
        this.label = label;
        this.folder = folder;
    }

    /**
     * The word for one of them, as manifests and messages use it.
     *
     * @return a lower-case noun
     */
    public String label() {
        return label;
    }

    /**
     * The folder that holds them in a snapshot.
     *
     * @return a name without {@code /}
     */
    public String folder() {
        return folder;
    }
}
