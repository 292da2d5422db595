package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where something that is published comes from, to be written on it.
 *
 * @param snapshot the snapshot's id, {@code sha256:} and 64 hex digits
 * @param coordinates the Maven coordinates of the snapshot, {@code group:artifact:version}
 * @param commit the id of the commit, 40 hex digits
 */
public record Stamp(String snapshot, String coordinates, String commit) {
    /** The tag that has the digest of the content. */
    public static final String DIGEST = "aml.digest";
    /** The tag that has the snapshot's id. */
    public static final String SNAPSHOT = "aml.snapshot";
    /** The tag that has the Maven coordinates. */
    public static final String COORDINATES = "aml.coordinates";
    /** The tag that has the commit. */
    public static final String COMMIT = "aml.commit";

    /** Azure Resource Manager's limit for the value of a tag. */
    static final int LONGEST = 256;

    /**
     * The tags of an asset, or of what runs one.
     *
     * @param digest the digest of its content, {@code sha256:} and 64 hex digits
     * @return by name; no value is longer than Azure takes
     */
    public Map<String, String> tags(String digest) {
        Map<String, String> tags = new LinkedHashMap<>();
        tags.put(DIGEST, shortened(digest));
        tags.put(SNAPSHOT, shortened(snapshot));
        tags.put(COORDINATES, shortened(coordinates));
        tags.put(COMMIT, shortened(commit));
        return tags;
    }

    /**
     * Writes the tags on a body, beside those that the definition has.
     *
     * @param body the body
     * @param digest the digest of its content
     * @return a body with the tags
     */
    public Body on(Body body, String digest) {
        ObjectNode content = body.content().deepCopy();
        ObjectNode tags = holder(content).withObjectProperty("tags");
        tags(digest).forEach(tags::put);
        return new Body(content, body.lost());
    }

    /** Where a body has its tags: only what has a place in Azure Resource Manager, such as an endpoint, has them at the top. */
    static ObjectNode holder(ObjectNode body) {
        return body.has("location") ? body : body.withObjectProperty("properties");
    }

    /**
     * The tags of anything.
     *
     * @param body the resource, as the service answers it
     * @return the object with its tags; a missing node when there is none
     */
    public static JsonNode tags(JsonNode body) {
        return body.has("location")
                ? body.path("tags")
                : body.path("properties").path("tags");
    }

    /**
     * Reads the tags of something that may have been published.
     *
     * @param body the resource, as the service answers it
     * @return where it comes from; nothing when it has not all of these tags
     */
    public static Optional<Stamp> in(JsonNode body) {
        JsonNode tags = tags(body);
        return tags.hasNonNull(SNAPSHOT) && tags.hasNonNull(COORDINATES) && tags.hasNonNull(COMMIT)
                ? Optional.of(new Stamp(
                        tags.get(SNAPSHOT).asText(),
                        tags.get(COORDINATES).asText(),
                        tags.get(COMMIT).asText()))
                : Optional.empty();
    }

    /**
     * The properties that Azure's own client writes on a job that is submitted out of a git repository, and that Azure ML's studio shows.
     *
     * @param repository where the sources are, as the pom's {@code scm} says
     * @return by name; without an address when that has a user name, a password or a token in it
     */
    public Map<String, String> gitProperties(Optional<String> repository) {
        Map<String, String> properties = new LinkedHashMap<>();
        repository
                .map(text -> text.replaceFirst("^scm:[a-z]+:", ""))
                .filter(Stamp::isPublic)
                .ifPresent(text -> properties.put("mlflow.source.git.repoURL", text));
        properties.put("mlflow.source.git.commit", commit);
        return properties;
    }

    /** {@code git@host:path} is no URI and has no secret: the key is elsewhere. */
    private static boolean isPublic(String address) {
        if (address.matches("git@[A-Za-z0-9.-]+:[^@]*")) {
            return true;
        }
        try {
            URI uri = new URI(address);
            String user = uri.getRawUserInfo();
            return uri.getRawQuery() == null
                    && uri.getHost() != null
                    && (user == null || user.equals("git"))
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** A text as a tag has it. */
    static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
