package io.github.amlmaven.workspace.wire;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.definition.AssetId;

/**
 * Why a definition is no body.
 *
 * @param asset the definition
 * @param pointer where in it
 * @param message what is wrong
 * @param fix what mends it
 */
public record WireProblem(AssetId asset, JsonPointer pointer, String message, String fix) {

    /** For people: the source, the place in it, what is wrong and what mends it. */
    @Override
    public String toString() {
        String place = pointer.matches() ? "" : " at " + pointer.toString().substring(1);
        return asset.source() + place + ": " + message + " " + fix;
    }
}
