package io.github.amlmaven.mojo;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Where to publish to, as a pom says it. */
public final class TargetParameter {
    /** What to call it, for {@code aml.target}. */
    @Parameter(required = true)
    @Nullable
    String id;

    /** A workspace, by its address. */
    @Parameter
    @Nullable
    PlaceParameter workspace;

    /** A registry, by its address. */
    @Parameter
    @Nullable
    PlaceParameter registry;

    /** A file with what is different there, by its path from the top of the repository. */
    @Parameter
    @Nullable
    String overlay;

    /** The address of a workspace or a registry. */
    public static final class PlaceParameter {
        /** The subscription. */
        @Parameter(required = true)
        @Nullable
        String subscriptionId;

        /** The resource group in the subscription. */
        @Parameter(required = true)
        @Nullable
        String resourceGroup;

        /** The name in the resource group. */
        @Parameter(required = true)
        @Nullable
        String name;
    }
}
