package io.github.amlmaven.snapshot;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Follows links as an operating system does, where {@code ..} is the folder above the one that a link led to. */
final class LinkTargets {
    /** As many as Linux follows before it gives up with ELOOP (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    private LinkTargets() {}

    /**
     * Why a link must not be written.
     *
     * @param tree the tree
     * @param link a link of it
     * @return the reason, one sentence; nothing when it stays in the tree
     * @throws IOException when the tree cannot be read
     */
    static Optional<String> unsafe(FileTree tree, TreeEntry link) throws IOException {
        Deque<String> here = new ArrayDeque<>(names(link.path().parent().value()));
        Deque<String> ahead = new ArrayDeque<>(List.of(link.path().name()));
        int links = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.removeFirst();
            if (name.equals("..")) {
                if (here.pollLast() == null) {
                    return leadsOut(tree, link);
                }
                continue;
            }
            here.addLast(name);
            Optional<TreeEntry> entry = tree.find(TreePath.of(String.join("/", here)));
            if (entry.isEmpty() || entry.get().kind() != TreeEntry.Kind.LINK) {
                continue;
            }
            String target = tree.target(entry.get());
            if (++links > MOST_LINKS) {
                return Optional.of("This link leads in a circle.");
            } else if (target.startsWith("/") || target.indexOf('\\') >= 0 || target.indexOf('\0') >= 0) {
                return leadsOut(tree, link);
            }
            here.removeLast();
            List<String> names = names(target);
            for (int i = names.size() - 1; i >= 0; i--) {
                ahead.addFirst(names.get(i));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> leadsOut(FileTree tree, TreeEntry link) throws IOException {
        return Optional.of("This link to '" + tree.target(link) + "' leads out of the repository.");
    }

    private static List<String> names(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(name -> !name.isEmpty() && !name.equals("."))
                .toList();
    }
}
