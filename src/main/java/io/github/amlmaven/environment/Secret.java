package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;

/**
 * A secret that stands in a file. It holds the place alone: the value is not kept anywhere.
 *
 * @param kind what it opens
 * @param found what is around it, with {@code ***} in its place
 * @param location where it stands
 */
public record Secret(Kind kind, String found, Location location) {

    /** What a secret opens. */
    public enum Kind {
        /** The registry that a base image comes from. */
        IMAGE_REGISTRY,
        /** What a URL leads to: an index of packages, a repository, a storage account. */
        URL
    }
}
