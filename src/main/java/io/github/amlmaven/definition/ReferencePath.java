package io.github.amlmaven.definition;

import io.github.amlmaven.tree.TreePath;

/** A path as a part of a reference, in which {@code #} and {@code +} mean something: those and {@code %} are written as in a URL. */
final class ReferencePath {
    private ReferencePath() {}

    static String of(TreePath path) {
        return path.value().replace("%", "%25").replace("#", "%23").replace("+", "%2B");
    }
}
