package io.github.amlmaven.repository;

/**
 * Whose snapshots they are.
 *
 * @param groupId the group of a Maven project
 * @param artifactId its name in the group
 */
public record Coordinates(String groupId, String artifactId) {

    /** As users write them: {@code groupId:artifactId}. */
    @Override
    public String toString() {
        return groupId + ":" + artifactId;
    }
}
