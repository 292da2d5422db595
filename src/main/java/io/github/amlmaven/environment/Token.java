package io.github.amlmaven.environment;

import io.github.amlmaven.document.Location;

/**
 * A piece of a file and where it stands.
 *
 * @param text the text as written; a secret in it is replaced by {@code ***}
 * @param location where it begins
 */
public record Token(String text, Location location) {

    @Override
    public String toString() {
        return text;
    }
}
