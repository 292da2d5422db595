package io.github.amlmaven.workspace;

import java.util.Locale;

/**
 * A workspace or a registry, by its address in Azure Resource Manager.
 *
 * @param kind which of the two
 * @param subscriptionId the subscription
 * @param resourceGroup the resource group in it
 * @param name its name in the group
 */
public record Place(Kind kind, String subscriptionId, String resourceGroup, String name) {

    /** What holds assets. */
    public enum Kind {
        /** Runs pipelines, and holds all that they need. */
        WORKSPACE("workspaces"),
        /** Holds assets for many workspaces, and runs nothing. */
        REGISTRY("registries");

        private final String segment;

        Kind(String segment) {
            this.segment = segment;
        }
    }

    /**
     * Its id.
     *
     * @return {@code /subscriptions/…}, without a {@code /} at the end
     */
    public String id() {
        return "/subscriptions/" + subscriptionId + "/resourceGroups/" + resourceGroup
                + "/providers/Microsoft.MachineLearningServices/" + kind.segment + "/" + name;
    }

    /**
     * The id of something in it, as other resources refer to it: an ARM id in a workspace; in a registry {@code azureml://registries/…}, the only
     * form that every workspace can follow.
     *
     * @param resource what is referred to
     * @return its id
     */
    public String idOf(ResourceName resource) {
        String base = kind == Kind.REGISTRY ? "azureml://registries/" + name : id();
        return base + "/" + resource.path();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " " + name;
    }
}
