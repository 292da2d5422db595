package io.github.amlmaven.definition;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.amlmaven.document.Location;

/**
 * Something that an asset refers to: an edge of the {@link DefinitionGraph}.
 *
 * @param pointer where in the file it is written
 * @param location the same as line and column
 * @param written the text of the reference; for an inline definition its place
 * @param target what it leads to
 */
public record Reference(JsonPointer pointer, Location location, String written, Target target) {}
