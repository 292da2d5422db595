package io.github.amlmaven.tree;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What a path leads to when the links on the way are followed, as an operating system does when it opens a file.
 *
 * @param entry what is at the end, never a link; nothing when the path leads nowhere inside the tree
 * @param links the links that were passed, in their order
 */
public record Followed(Optional<TreeEntry> entry, List<TreeEntry> links) {

    /** As many as Linux follows before it gives up with ELOOP (path_resolution(7)). */
    private static final int MOST_LINKS = 40;

    /** Takes its own copy of the list. */
    public Followed {
        links = List.copyOf(links);
    }

    /**
     * Follows a path.
     *
     * @param tree the tree
     * @param path any path in it
     * @return where it leads; nothing for a link out of the tree, into nothing, or in a circle
     * @throws IOException when the tree cannot be read
     */
    public static Followed of(FileTree tree, TreePath path) throws IOException {
        List<TreeEntry> links = new ArrayList<>();
        Optional<TreeEntry> end = find(tree, path);
        if (end.isPresent() && end.get().kind() != TreeEntry.Kind.LINK) {
            return new Followed(end, links);
        }
        Deque<String> ahead = new ArrayDeque<>(names(path));
        TreePath here = TreePath.ROOT;
        while (!ahead.isEmpty()) {
            TreePath next = here.child(ahead.removeFirst());
            end = tree.find(next);
            if (end.isEmpty()) {
                return new Followed(Optional.empty(), links);
            }
            if (end.get().kind() != TreeEntry.Kind.LINK) {
                here = next;
                continue;
            }
            links.add(end.get());
            if (links.size() > MOST_LINKS) {
                return new Followed(Optional.empty(), links);
            }
            try {
                List<String> target = names(here.resolve(tree.target(end.get())));
                for (int i = target.size() - 1; i >= 0; i--) {
                    ahead.addFirst(target.get(i));
                }
            } catch (OutsideTreeException e) {
                return new Followed(Optional.empty(), links);
            }
            here = TreePath.ROOT;
        }
        return new Followed(find(tree, here), links);
    }

    /** A tree has no entry for its root, which is a folder all the same. */
    private static Optional<TreeEntry> find(FileTree tree, TreePath path) throws IOException {
        return path.isRoot()
                ? Optional.of(new TreeEntry(path, TreeEntry.Kind.FOLDER, Optional.empty()))
                : tree.find(path);
    }

    private static List<String> names(TreePath path) {
        return path.isRoot() ? List.of() : Arrays.asList(path.value().split("/", -1));
    }
}
