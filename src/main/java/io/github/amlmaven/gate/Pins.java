package io.github.amlmaven.gate;

/** How much of what an environment is made of has to be fixed. */
public enum Pins {
    /** Everything that is named, exactly. What that drags in may float. */
    EXACT,
    /** All of it, by the digests of the very files. */
    LOCKED
}
