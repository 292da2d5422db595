package io.github.amlmaven.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what is wrong with a snapshot, as much of it as anybody reads. Safe for several threads. */
final class Flaws {
    private static final int MOST = 100;

    private final Set<Flaw> flaws = new LinkedHashSet<>();
    private long more;

    synchronized void add(String entry, String message) {
        if (flaws.size() < MOST) {
            flaws.add(new Flaw(entry, message));
        } else {
            more++;
        }
    }

    /** For what is wrong with the zip as a whole. */
    void add(String message) {
        add("", message);
    }

    /** For what makes everything else that was found beside the point. */
    synchronized void replace(String message) {
        flaws.clear();
        more = 0;
        add(message);
    }

    synchronized boolean isEmpty() {
        return flaws.isEmpty();
    }

    /** By entry, whatever the order was in which threads found them. */
    synchronized List<Flaw> list() {
        List<Flaw> sorted = new ArrayList<>(flaws);
        sorted.sort(Comparator.comparing(Flaw::entry).thenComparing(Flaw::message));
        if (more > 0) {
            sorted.add(new Flaw("", "There is more: " + more + " flaws besides these."));
        }
        return List.copyOf(sorted);
    }
}
