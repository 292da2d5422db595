package io.github.amlmaven.gate;

/** What a finding does to a snapshot. */
public enum Severity {
    /** The snapshot must not be published. */
    REFUSE,
    /** Worth knowing; nothing is refused. */
    WARN
}
