package io.github.amlmaven.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of resource, as Azure Resource Manager divides them. */
public enum Collection {
    /** Code that was uploaded. Its versions are written once. */
    CODE("codes", "versions"),
    /** A component of any type. Its versions are written once. */
    COMPONENT("components", "versions"),
    /** What holds the versions of a component, and has tags of its own. */
    COMPONENT_CONTAINER("components", ""),
    /** An environment. Its versions are written once. */
    ENVIRONMENT("environments", "versions"),
    /** A data asset. Its versions are written once. */
    DATA("data", "versions"),
    /** A model. Its versions are written once. */
    MODEL("models", "versions"),
    /** A job, which runs as soon as it is written. */
    JOB("jobs", ""),
    /** A schedule. */
    SCHEDULE("schedules", ""),
    /** A batch endpoint. */
    BATCH_ENDPOINT("batchEndpoints", ""),
    /** A deployment behind a batch endpoint. */
    BATCH_DEPLOYMENT("batchEndpoints", "deployments"),
    /** An online endpoint. */
    ONLINE_ENDPOINT("onlineEndpoints", ""),
    /** A deployment behind an online endpoint. */
    ONLINE_DEPLOYMENT("onlineEndpoints", "deployments"),
    /** A compute target. */
    COMPUTE("computes", ""),
    /** A datastore. */
    DATASTORE("datastores", "");

    private final String segment;
    private final String members;

    Collection(String segment, String members) {
        this.segment = segment;
        this.members = members;
    }

    /**
     * The part of a path that holds them.
     *
     * @return for example {@code components}
     */
    public String segment() {
        return segment;
    }

    /**
     * What a resource of a name is divided into.
     *
     * @return {@code versions}, {@code deployments}, or nothing
     */
    public Optional<String> members() {
        return members.isEmpty() ? Optional.empty() : Optional.of(members);
    }

    /**
     * Whether its resources are assets: versions that are written once, which a registry can hold as well.
     *
     * @return true for code, components, environments, data and models
     */
    public boolean isAsset() {
        return members.equals("versions");
    }

    /**
     * What people call one of its resources.
     *
     * @return for example {@code batch endpoint}
     */
    public String spoken() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Finds a collection by what a path has.
     *
     * @param segment the part after the workspace, in any case: Azure is not of one mind about it
     * @param members the part after the name; empty when there is none
     * @return the collection, if it is one of these
     */
    static Optional<Collection> of(String segment, String members) {
        return Arrays.stream(values())
                .filter(collection ->
                        collection.segment.equalsIgnoreCase(segment) && collection.members.equalsIgnoreCase(members))
                .findFirst();
    }
}
