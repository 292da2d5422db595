package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Which snapshot something live ran before the one that it runs, to be written on it: so that whoever points it elsewhere can be undone, though
 * nobody wrote down what was there. It is written with what points it elsewhere, in one request; there is no moment between the two.
 *
 * @param coordinates the Maven coordinates of that snapshot
 * @param snapshot the id of that snapshot
 */
public record Previous(String coordinates, String snapshot) {
    /** The tag that has the coordinates. */
    public static final String COORDINATES = "aml.previous";
    /** The tag that has the id. */
    public static final String SNAPSHOT = "aml.previous-snapshot";

    /**
     * What to write on something that is going to run a snapshot.
     *
     * @param there what is there, as the service answers it
     * @param wanted the snapshot
     * @return what it runs now; when that is the snapshot already, what it ran before; nothing when its tags do not say
     */
    public static Optional<Previous> left(JsonNode there, Stamp wanted) {
        Optional<Stamp> now = Stamp.in(there);
        return now.isPresent() && !now.get().snapshot().equals(Stamp.shortened(wanted.snapshot()))
                ? now.map(stamp -> new Previous(stamp.coordinates(), stamp.snapshot()))
                : in(there);
    }

    /**
     * Reads the tags.
     *
     * @param body the resource, as the service answers it
     * @return what it ran before; nothing when it has not both tags
     */
    public static Optional<Previous> in(JsonNode body) {
        JsonNode tags = Stamp.tags(body);
        return tags.hasNonNull(COORDINATES) && tags.hasNonNull(SNAPSHOT)
                ? Optional.of(new Previous(
                        tags.get(COORDINATES).asText(), tags.get(SNAPSHOT).asText()))
                : Optional.empty();
    }

    /**
     * Writes the tags on a body, beside those that it has.
     *
     * @param body the body, which is changed
     */
    public void on(ObjectNode body) {
        Stamp.holder(body)
                .withObjectProperty("tags")
                .put(COORDINATES, Stamp.shortened(coordinates))
                .put(SNAPSHOT, Stamp.shortened(snapshot));
    }
}
