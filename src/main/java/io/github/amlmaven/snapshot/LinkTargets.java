package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows the links of a snapshot as an operating system does, where {@code ..} is the folder above the one that a link led to. What must not be
 * restored is not captured: this is the rule for both.
 */
final class LinkTargets {
    /** As many as Linux follows before it gives up with ELOOP (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private final Links links;

    /** The links that a snapshot has. */
    @FunctionalInterface
    interface Links {
        /**
         * Looks one up.
         *
         * @param path where
         * @return the text of the link; nothing when there is none
         * @throws IOException when it cannot be read
         */
        Optional<String> at(TreePath path) throws IOException;
    }

    LinkTargets(Links links) {
        this.links = links;
    }

    /**
     * Why a link must not be written.
     *
     * @param link where it is
     * @return the reason, one sentence; nothing when it stays in the tree
     * @throws IOException when a link cannot be read
     */
    Optional<String> unsafe(TreePath link) throws IOException {
        Deque<String> here = new ArrayDeque<>(names(link.parent().value()));
        Deque<String> ahead = new ArrayDeque<>(List.of(link.name()));
        int followed = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.removeFirst();
            if (name.equals("..")) {
                if (here.pollLast() == null) {
                    return leadsOut(link);
                }
                continue;
            }
            here.addLast(name);
            Optional<String> target = links.at(TreePath.of(String.join("/", here)));
            if (target.isEmpty()) {
                continue;
            } else if (++followed > MOST_LINKS) {
                return Optional.of("This link leads in a circle.");
            } else if (EntryPaths.unsafeTarget(target.get())) {
                return leadsOut(link);
            }
            here.removeLast();
            List<String> names = names(target.get());
            for (int i = names.size() - 1; i >= 0; i--) {
                ahead.addFirst(names.get(i));
            }
        }
        return Optional.empty();
    }

    private Optional<String> leadsOut(TreePath link) throws IOException {
        return Optional.of("This link to '" + links.at(link).orElse("") + "' leads out of the repository.");
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
