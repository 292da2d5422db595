package io.github.amlmaven.mojo;

/** What a refusing finding does to the build. */
enum GateMode {
    /** It fails the build when somebody asked for a snapshot by name, or when the build goes on to publish. */
    AUTO,
    /** It fails the build. */
    FAIL,
    /** It is reported, and the snapshot is not attached. */
    WARN
}
