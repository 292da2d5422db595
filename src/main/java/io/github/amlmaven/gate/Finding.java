package io.github.amlmaven.gate;

import io.github.amlmaven.document.Location;
import java.util.Comparator;

/**
 * What a rule found.
 *
 * @param rule the rule's id, such as {@code pip/range}
 * @param severity what it does to the snapshot
 * @param location where it stands
 * @param found the very text, without any secret
 * @param message why it is wrong, one sentence
 * @param fix the command or edit that mends it, one sentence
 */
public record Finding(String rule, Severity severity, Location location, String found, String message, String fix)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::found)
            .thenComparing(Finding::message);

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
