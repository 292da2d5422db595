package io.github.amlmaven.git;

import java.util.Optional;

/**
 * Whether what is not tracked is ignored.
 *
 * @param by the list that ignores it; nothing when it is not ignored
 * @param isShared whether lists that every clone has ignore it too
 */
record Hiding(Optional<String> by, boolean isShared) {
    static final Hiding NONE = new Hiding(Optional.empty(), false);

    /** The same for something inside. */
    Hiding below(IgnoreRules rules, String path, boolean isFolder) {
        if (isShared) {
            return this;
        }
        Optional<String> list = by.or(() -> rules.hides(path, isFolder));
        return list.isEmpty() ? NONE : new Hiding(list, rules.hidesInEveryClone(path, isFolder));
    }

    boolean isOnlyHere() {
        return by.isPresent() && !isShared;
    }
}
