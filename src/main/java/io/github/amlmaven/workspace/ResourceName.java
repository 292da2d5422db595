package io.github.amlmaven.workspace;

import java.util.List;
import java.util.Optional;

/**
 * What a resource is called in its workspace or registry.
 *
 * @param collection what it is
 * @param name its name; for a deployment its endpoint's
 * @param member its version, or the deployment's name; present exactly when the collection has {@linkplain Collection#members members}
 */
public record ResourceName(Collection collection, String name, Optional<String> member) {

    /**
     * Checks that the parts can be parts of a path.
     *
     * @throws IllegalArgumentException when one is empty or has a {@code /}, or when the member is missing or too much
     */
    public ResourceName {
        if (member.isPresent() != collection.members().isPresent()
                || !isSegment(name)
                || !member.map(ResourceName::isSegment).orElse(true)) {
            throw new IllegalArgumentException("no name of a resource in " + collection.segment() + ": '" + name + "' "
                    + member.map(text -> "'" + text + "'").orElse(""));
        }
    }

    private static boolean isSegment(String text) {
        return !text.isEmpty() && text.indexOf('/') < 0;
    }

    /**
     * A resource without versions.
     *
     * @param collection what it is
     * @param name its name
     * @return for example {@code schedules/nightly}
     */
    public static ResourceName of(Collection collection, String name) {
        return new ResourceName(collection, name, Optional.empty());
    }

    /**
     * A version of an asset, or a deployment of an endpoint.
     *
     * @param collection what it is
     * @param name its name; for a deployment its endpoint's
     * @param member its version, or the deployment's name
     * @return for example {@code components/train/versions/3}
     */
    public static ResourceName of(Collection collection, String name, String member) {
        return new ResourceName(collection, name, Optional.of(member));
    }

    /**
     * A resource by what somebody wrote.
     *
     * @param collection what it is
     * @param name its name; for a deployment its endpoint's
     * @param member its version, or the deployment's name, where the collection has members
     * @return its name; nothing when what was written can be no part of a path, so that there is no such resource
     */
    public static Optional<ResourceName> written(Collection collection, String name, Optional<String> member) {
        return isSegment(name) && member.map(ResourceName::isSegment).orElse(true)
                ? Optional.of(new ResourceName(collection, name, member))
                : Optional.empty();
    }

    /**
     * Reads the end of an id: of an ARM id, of {@code azureml://registries/…} or of {@code azureml://…/workspaces/…}.
     *
     * @param id an id that the service answered, or a reference
     * @return the name of the resource; nothing when the id is none of a resource that is known here
     */
    public static Optional<ResourceName> inId(String id) {
        List<String> parts = List.of(id.split("/", -1));
        int place = 0;
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).equalsIgnoreCase("workspaces") || parts.get(i).equalsIgnoreCase("registries")) {
                place = i + 2;
            }
        }
        int length = parts.size() - place;
        if (place == 0
                || (length != 2 && length != 4)
                || parts.subList(place, parts.size()).contains("")) {
            return Optional.empty();
        }
        Optional<String> member = length == 4 ? Optional.of(parts.get(place + 3)) : Optional.empty();
        String name = parts.get(place + 1);
        return Collection.of(parts.get(place), length == 4 ? parts.get(place + 2) : "")
                .map(collection -> new ResourceName(collection, name, member));
    }

    /**
     * Where it lies in its workspace or registry.
     *
     * @return for example {@code components/train/versions/3}, not encoded
     */
    public String path() {
        return collection.segment() + "/" + name
                + member.map(text -> "/" + collection.members().orElseThrow() + "/" + text)
                        .orElse("");
    }

    /**
     * As people say it.
     *
     * @return for example {@code train:3}, {@code nightly} or {@code scoring/blue}
     */
    public String spoken() {
        return name
                + member.map(text -> (collection.isAsset() ? ":" : "/") + text).orElse("");
    }

    @Override
    public String toString() {
        return path();
    }
}
