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

    /** A folder that the walk is in: where it is, what is still to be taken of it, what its files are called, and the links that led to it. */
    private record Step(TreePath folder, Iterator<TreeEntry> left, String prefix, Scope scope, List<TreeEntry> links) {}

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
        enter(folder, prefix, scope, List.of());
        while (!way.isEmpty()) {
            Step step = way.getLast();
            if (!step.left().hasNext()) {
                way.removeLast();
                continue;
            }
            take(step.left().next(), step);
            if (!step.links().isEmpty() && ++linked > MAX_LINKED) {
                way.clear();
                upload.problem(
                        "code/too-many-links",
                        step.links().get(0),
                        "Through this link and others, there are more than " + MAX_LINKED + " files and folders.",
                        "Remove links to folders that hold links to folders.");
                return;
            }
        }
        reportCircles();
    }

    private void enter(TreePath folder, String prefix, Scope scope, List<TreeEntry> links) throws IOException {
        way.addLast(new Step(folder, tree.children(folder).iterator(), prefix, scope, links));
    }

    private void take(TreeEntry child, Step step) throws IOException {
        String name = child.path().name();
        if (child.kind() != TreeEntry.Kind.LINK) {
            take(child, name, step, step.links());
            return;
        }
        Followed followed = Followed.of(tree, child.path());
        if (followed.entry().isPresent()) {
            List<TreeEntry> links = new ArrayList<>(step.links());
            links.addAll(followed.links());
            take(followed.entry().get(), name, step, List.copyOf(links));
        } else if (!step.scope().leavesOut(name)) {
            upload.problem(
                    "code/dangling-link",
                    child,
                    "The link to '" + tree.target(child)
                            + "' leads out of the repository, into nothing or in a circle.",
                    "Replace it by what it should lead to.");
        }
    }

    private void take(TreeEntry entry, String name, Step step, List<TreeEntry> links) throws IOException {
        if (entry.isFile()) {
            if (!step.scope().leavesOut(name)) {
                upload.take(step.prefix() + name, entry, links);
            }
            return;
        }
        TreePath folder = entry.path();
        if (!links.isEmpty() && isOnTheWay(folder)) {
            circles.add(new Circle(links.get(links.size() - 1), folder));
            return;
        }
        Optional<Scope> scope = step.scope().enter(name, folder);
        if (scope.isPresent()) {
            enter(folder, step.prefix() + name + "/", scope.get(), links);
        }
    }

    private boolean isOnTheWay(TreePath folder) {
        return way.stream().anyMatch(step -> step.folder().equals(folder));
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
