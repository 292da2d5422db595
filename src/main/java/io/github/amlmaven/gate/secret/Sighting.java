package io.github.amlmaven.gate.secret;

import io.github.amlmaven.document.Location;
import io.github.amlmaven.environment.Token;
import io.github.amlmaven.gate.SecretKind;
import io.github.amlmaven.gate.Subject;
import io.github.amlmaven.tree.TreePath;

/**
 * A secret in a text. The value is not kept.
 *
 * @param kind what it opens
 * @param line the line it begins in, from 1
 * @param column the column it begins in, from 1, in code points of UTF-8
 * @param length how many bytes it has
 */
record Sighting(SecretKind kind, int line, int column, int length) {

    /** This, in a file: all that anybody is told of it. */
    Subject.Secret in(TreePath path) {
        return at(new Location(path, line, column));
    }

    /** This, at another place than its own. */
    Subject.Secret at(Location location) {
        return new Subject.Secret(kind, new Token(kind.title() + ", " + length + " characters", location));
    }
}
