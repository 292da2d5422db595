package io.github.amlmaven.definition;

import io.github.amlmaven.document.Location;

/**
 * Why a definition cannot be captured: a missing file, a cycle, a duplicate key. No setting turns one into a warning.
 *
 * @param id a short stable name, such as {@code definition/missing-file}
 * @param location where it is written
 * @param found the text that is wrong
 * @param message what is wrong, one sentence
 * @param fix what mends it, one sentence
 */
public record Problem(String id, Location location, String found, String message, String fix)
        implements Comparable<Problem> {
    @Override
    public int compareTo(Problem other) {
        int byLocation = location.compareTo(other.location);
        return byLocation != 0 ? byLocation : id.compareTo(other.id);
    }
}
