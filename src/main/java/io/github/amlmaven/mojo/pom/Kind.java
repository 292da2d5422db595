package io.github.amlmaven.mojo.pom;

/** In which part of a pom an artifact is asked for. */
enum Kind {
    DEPENDENCY,
    MANAGED_DEPENDENCY,
    PLUGIN,
    MANAGED_PLUGIN,
    PLUGIN_DEPENDENCY,
    MANAGED_PLUGIN_DEPENDENCY,
    EXTENSION
}
