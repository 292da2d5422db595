package io.github.amlmaven.gate;

import io.github.amlmaven.document.Location;
import java.util.Comparator;
import java.util.List;

/**
 * What a rule found.
 *
 * @param rule the rule's id, such as {@code pip/range}
 * @param severity what it does to the snapshot
 * @param location where it stands
 * @param found the very text, without any secret
 * @param message why it is wrong, one sentence
 * @param fix the command or edit that mends it, one sentence
 * @param way how a definition that was asked for leads there: a reference in each file on the way, that of the definition first; empty when
 *     it stands in one of those itself, and for what no definition leads to
 */
public record Finding(
        String rule, Severity severity, Location location, String found, String message, String fix, List<Location> way)
        implements Comparable<Finding> {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::location)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::found)
            .thenComparing(Finding::message);

    /** Takes its own copy of the way. */
    public Finding {
        way = List.copyOf(way);
    }

    /**
     * A finding that nothing is known of the way to.
     *
     * @param rule the rule's id
     * @param severity what it does to the snapshot
     * @param location where it stands
     * @param found the very text
     * @param message why it is wrong
     * @param fix what mends it
     */
    public Finding(String rule, Severity severity, Location location, String found, String message, String fix) {
        this(rule, severity, location, found, message, fix, List.of());
    }

    /**
     * The same finding at the end of a way.
     *
     * @param along the way
     * @return the finding
     */
    public Finding by(List<Location> along) {
        return new Finding(rule, severity, location, found, message, fix, along);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
