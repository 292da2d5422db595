package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.CodePointOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Holds the names of a zip's entries against what a snapshot may have: each once, in one order, and such as every disk can take. */
final class ZipNames {
    private ZipNames() {}

    /**
     * Looks at all of them.
     *
     * @param items the entries, as they follow one another
     * @param flaws takes what is wrong
     */
    static void check(List<ZipItem> items, Flaws flaws) {
        Set<String> folded = new HashSet<>();
        EntryPaths sources = new EntryPaths();
        String before = "";
        for (ZipItem item : items) {
            String name = item.name();
            EntryPaths.unsafe(name).ifPresent(reason -> flaws.add(name, "It " + reason));
            int order = CodePointOrder.INSTANCE.compare(before, name);
            if (order == 0) {
                flaws.add(name, "It is there twice.");
            } else if (order > 0) {
                flaws.add(name, "It is not in the order of the names.");
            }
            if (name.startsWith(SnapshotWriter.SOURCE)) {
                sources.collision(name)
                        .ifPresent(other -> flaws.add(
                                name, "It and '" + other + "' cannot both be on a disk of Windows or macOS."));
            } else if (!folded.add(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT)) && order != 0) {
                flaws.add(name, "It differs from another entry by case alone.");
            }
            before = name;
        }
    }
}
