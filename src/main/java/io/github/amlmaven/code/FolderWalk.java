package io.github.amlmaven.code;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Takes the files of folders into an upload, through links. */
final class FolderWalk {
    /** Links can make a small tree look immense without any circle. */
    private static final int MAX_LINKED = 100_000;

    private final FileTree tree;
    private final Upload upload;
    private final Deque<Step> way = new ArrayDeque<>();
    private final List<Circle> circles = new ArrayList<>();
    private int linked;

    /** A folder to walk: where it is, what its files are called, and the links that led to it. */
    private record Folder(TreePath path, String prefix, Scope scope, List<TreeEntry> links) {}

    /** A folder that the walk is in, and what it has still to take of it. */
    private record Step(Folder folder, Iterator<TreeEntry> left) {}

    /** A link by which the walk would have come back to a folder that it is in. */
    private record Circle(TreeEntry link, TreePath folder) {}

    FolderWalk(FileTree tree, Upload upload) {
        this.tree = tree;
        this.upload = upload;
    }

    /**
     * Takes a folder.
     *
     * @param folder where it is
     * @param prefix what the names of its files begin with
     * @param scope the ignore rules in it
     * @throws IOException when the tree cannot be read
     */
    void walk(TreePath folder, String prefix, Scope scope) throws IOException {
        enter(new Folder(folder, prefix, scope, List.of()));
        while (!way.isEmpty()) {
            Step step = way.getLast();
            if (!step.left().hasNext()) {
                way.removeLast();
                continue;
            }
            Optional<Folder> inside = take(step.left().next(), step.folder());
            if (inside.isPresent()) {
                enter(inside.get());
            }
            List<TreeEntry> links = step.folder().links();
            if (!links.isEmpty() && ++linked > MAX_LINKED) {
                way.clear();
                upload.problem(
                        "code/too-many-links",
                        links.get(0),
                        "Through this link and others, there are more than " + MAX_LINKED + " files and folders.",
                        "Remove links to folders that hold links to folders.");
                return;
            }
        }
        reportCircles();
    }

    private void enter(Folder folder) throws IOException {
        way.addLast(new Step(folder, tree.children(folder.path()).iterator()));
    }

    /** Takes something of a folder; when it is a folder itself, that is to be walked next. */
    private Optional<Folder> take(TreeEntry child, Folder from) throws IOException {
        String name = child.path().name();
        if (child.kind() != TreeEntry.Kind.LINK) {
            return take(child, name, from, from.links());
        }
        Followed followed = Followed.of(tree, child.path());
        if (followed.entry().isPresent()) {
            List<TreeEntry> links = new ArrayList<>(from.links());
            links.addAll(followed.links());
            return take(followed.entry().get(), name, from, List.copyOf(links));
        }
        if (!from.scope().leavesOut(name)) {
            upload.problem(
                    "code/dangling-link",
                    child,
                    "The link to '" + tree.target(child)
                            + "' leads out of the repository, into nothing or in a circle.",
                    "Replace it by what it should lead to.");
        }
        return Optional.empty();
    }

    private Optional<Folder> take(TreeEntry entry, String name, Folder from, List<TreeEntry> links) throws IOException {
        if (entry.isFile()) {
            if (!from.scope().leavesOut(name)) {
                upload.take(from.prefix() + name, entry, links);
            }
            return Optional.empty();
        }
        TreePath folder = entry.path();
        if (!links.isEmpty() && isOnTheWay(folder)) {
            circles.add(new Circle(links.get(links.size() - 1), folder));
            return Optional.empty();
        }
        return from.scope()
                .enter(name, folder)
                .map(scope -> new Folder(folder, from.prefix() + name + "/", scope, links));
    }

    private boolean isOnTheWay(TreePath folder) {
        return way.stream().anyMatch(step -> step.folder().path().equals(folder));
    }

    /** A circle of folders of which nothing is uploaded does no harm. */
    private void reportCircles() {
        for (Circle circle : circles) {
            if (upload.holdsAnyOf(circle.folder())) {
                upload.problem(
                        "code/circular-link",
                        circle.link(),
                        "The link leads back to '" + circle.folder() + "', which it is in.",
                        "Remove the link.");
            }
        }
        circles.clear();
    }
}
