package io.github.amlmaven.snapshot;

import java.util.List;

/**
 * What came of verifying something.
 *
 * @param <T> what it is when it is sound
 */
public sealed interface Verification<T> {

    /**
     * It is sound.
     *
     * @param <T> what it is
     * @param value the thing itself
     */
    record Sound<T>(T value) implements Verification<T> {}

    /**
     * It is not, and must not be used.
     *
     * @param <T> what it would have been
     * @param flaws everything that is wrong with it, by entry; a hundred at most
     * @param isNewer whether it is of a format that only a newer version of the plugin can read, so that nothing else is known of it
     */
    record Refused<T>(List<Flaw> flaws, boolean isNewer) implements Verification<T> {
        /** Takes its own copy of the list. */
        public Refused {
            flaws = List.copyOf(flaws);
        }
    }
}
