package io.github.amlmaven.mojo.pom;

import io.github.amlmaven.document.Location;

/**
 * A text of a pom.
 *
 * @param text the text
 * @param location where it begins
 */
record Written(String text, Location location) {}
