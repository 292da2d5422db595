package io.github.amlmaven.workspace.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.amlmaven.workspace.Collection;
import io.github.amlmaven.workspace.ResourceName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a snapshot must not be published to a workspace again, as the tags of a component container of its own: one that no pipeline uses and no
 * deploy writes, so that nothing but a release can take the hold off. A release is held by its coordinates, however often it is built; a
 * {@code -SNAPSHOT} by the id of the one snapshot, since the next may be the one that mends it.
 *
 * @param stamp which snapshot was left
 * @param reason why, in the words of whoever holds it
 * @param since when that was, to the second
 */
public record Hold(Stamp stamp, String reason, Instant since) {
    /** How long a reason may be, in UTF-16 units: Azure Resource Manager's limit for the value of a tag. */
    public static final int LONGEST_REASON = Stamp.LONGEST;

    private static final String REASON = "aml.hold";
    private static final String SINCE = "aml.hold-since";
    private static final String STATE = "aml.hold-state";
    private static final String HELD = "held";

    /**
     * Where the hold of a snapshot is, if there is one.
     *
     * @param stamp which snapshot
     * @return the name of a container, which need not be there
     */
    public static ResourceName name(Stamp stamp) {
        UUID id = UUID.nameUUIDFromBytes(key(stamp).getBytes(UTF_8));
        return ResourceName.of(Collection.COMPONENT_CONTAINER, "aml-hold-" + id);
    }

    /** What is held with a snapshot is whatever has the same key. */
    private static String key(Stamp stamp) {
        return Stamp.shortened(stamp.coordinates().endsWith("-SNAPSHOT") ? stamp.snapshot() : stamp.coordinates());
    }

    /**
     * Whether a hold of one snapshot holds another.
     *
     * @param one a snapshot
     * @param other another, or the same
     * @return true when they are the same snapshot, or the same release
     */
    public static boolean isSame(Stamp one, Stamp other) {
        return key(one).equals(key(other));
    }

    /**
     * The body of the container. It is archived, so that no list of components shows it.
     *
     * @param held whether the hold stands; else it is taken off
     * @return what to write
     */
    public ObjectNode body(boolean held) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ObjectNode properties = body.putObject("properties");
        properties.put(
                "description", "The aml-maven-plugin notes here whether " + stamp.coordinates() + " may be published.");
        properties.put("isArchived", true);
        ObjectNode tags = properties.putObject("tags");
        // Whether a tag that is left out is removed, the contract does not say; so the state is always said.
        tags.put(STATE, held ? HELD : "released");
        tags.put(REASON, reason);
        tags.put(SINCE, since.toString());
        tags.put(Stamp.SNAPSHOT, Stamp.shortened(stamp.snapshot()));
        tags.put(Stamp.COORDINATES, Stamp.shortened(stamp.coordinates()));
        tags.put(Stamp.COMMIT, Stamp.shortened(stamp.commit()));
        return body;
    }

    /**
     * Reads a container.
     *
     * @param body the container, as the service answers it
     * @return the hold; nothing when it was taken off, or when the container is none of a hold
     */
    public static Optional<Hold> in(JsonNode body) {
        JsonNode tags = body.path("properties").path("tags");
        if (!tags.path(STATE).asText().equals(HELD)) {
            return Optional.empty();
        }
        return Stamp.in(body).map(stamp -> new Hold(stamp, tags.path(REASON).asText(), since(tags)));
    }

    /** Somebody may have edited the tag: then it is held all the same. */
    private static Instant since(JsonNode tags) {
        try {
            return Instant.parse(tags.path(SINCE).asText());
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
