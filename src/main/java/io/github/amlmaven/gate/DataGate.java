package io.github.amlmaven.gate;

/** What data that floats does to a snapshot. It has a switch of its own, since people let data float on purpose. */
public enum DataGate {
    /** A warning. */
    WARN,
    /** A refusal. */
    FAIL,
    /** Nothing. */
    OFF
}
