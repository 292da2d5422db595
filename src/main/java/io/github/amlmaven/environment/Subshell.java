package io.github.amlmaven.environment;

import java.util.Optional;

/**
 * Where commands of a script run: its shell, or a part that may be a process of its own, such as <code>( … )</code>. What changes the folder
 * of such a process changes no other's.
 */
final class Subshell {
    private final Optional<Subshell> around;
    private boolean forked;

    /** The shell of a whole script. */
    Subshell() {
        this.around = Optional.empty();
    }

    /** A part of a script; it shares the folder with what is around it unless it is forked. */
    Subshell(Subshell around, boolean forked) {
        this.around = Optional.of(around);
        this.forked = forked;
    }

    /** Makes it a process of its own: what tells stands behind it, as {@code |} does and {@code &}. */
    void fork() {
        forked = true;
    }

    boolean isForked() {
        return forked;
    }

    /** The part of the script that has it; nothing for the whole. */
    Optional<Subshell> around() {
        return around;
    }
}
