package io.github.amlmaven.mojo;

import io.github.amlmaven.workspace.Place;
import java.util.Optional;

/**
 * Where to publish to.
 *
 * @param id what the user calls it
 * @param place the workspace or registry
 * @param overlay the file with what is different there, by its path from the top of the repository
 */
record Destination(String id, Place place, Optional<String> overlay) {}
