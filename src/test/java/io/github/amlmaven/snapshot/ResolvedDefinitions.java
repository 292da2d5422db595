package io.github.amlmaven.snapshot;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.Asset;
import java.util.HashMap;
import java.util.Map;

/** Definitions as a snapshot has them, without a snapshot. */
public final class ResolvedDefinitions {
    private ResolvedDefinitions() {}

    /** The member {@code definition} of the entry that a snapshot would have. */
    public static JsonNode of(Asset asset) {
        return Definitions.replaced(asset, reference -> SnapshotReference.to(reference.target()));
    }

    /** What a snapshot's manifest says was written in the place of each reference. */
    public static Map<JsonPointer, String> written(Asset asset) {
        Map<JsonPointer, String> written = new HashMap<>();
        asset.references().stream()
                .filter(reference -> SnapshotReference.to(reference.target()).isPresent())
                .forEach(reference -> written.put(Definitions.pointer(asset, reference), reference.written()));
        return written;
    }
}
