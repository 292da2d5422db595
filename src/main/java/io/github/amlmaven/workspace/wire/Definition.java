package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.amlmaven.definition.AssetId;

/**
 * A definition out of a snapshot.
 *
 * @param id which
 * @param tree what the source says, its references into the snapshot as {@code snapshot:<kind>/<place>}
 */
public record Definition(AssetId id, JsonNode tree) {}
