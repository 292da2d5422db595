package io.github.amlmaven.environment;

import java.util.List;
import java.util.Optional;

/**
 * A dependency of a Python package, as the <a href="https://packaging.python.org/en/latest/specifications/dependency-specifiers/">dependency
 * specifiers</a> specification (formerly PEP 508) defines it.
 *
 * @param name the distribution's name, as written
 * @param extras the optional features that are asked for, as written
 * @param specifiers what the version has to satisfy, all of it; empty when nothing is said
 * @param url where it comes from, for the form {@code name @ url}; a secret in it is replaced by {@code ***}
 * @param marker the environment that it is limited to, as written, without the leading {@code ;}
 */
public record Requirement(
        String name,
        List<String> extras,
        List<VersionSpecifier> specifiers,
        Optional<String> url,
        Optional<String> marker) {

    /** Takes its own copies. */
    public Requirement {
        extras = List.copyOf(extras);
        specifiers = List.copyOf(specifiers);
    }
}
