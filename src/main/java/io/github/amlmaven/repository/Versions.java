package io.github.amlmaven.repository;

import java.util.List;

/**
 * The versions of a project.
 *
 * @param newestFirst in the order of Maven
 * @param problems which repositories could not be asked, one sentence each; there may be more versions then
 */
public record Versions(List<String> newestFirst, List<String> problems) {
    /** Takes its own copies. */
    public Versions {
        newestFirst = List.copyOf(newestFirst);
        problems = List.copyOf(problems);
    }
}
