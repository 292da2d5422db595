package io.github.amlmaven.publish;

import io.github.amlmaven.workspace.Place;

/**
 * Where to publish to.
 *
 * @param id what the user calls it
 * @param place the workspace or registry
 * @param overlay what is different there
 */
public record Target(String id, Place place, Overlay overlay) {}
