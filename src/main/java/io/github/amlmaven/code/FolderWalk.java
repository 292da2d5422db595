package io.github.amlmaven.code;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Takes the files of folders into an upload, through links. */
final class FolderWalk {
    /** Links can make a small tree look immense without any circle. */
    private static final int MAX_LINKED = 100_000;

    private final FileTree tree;
    private final Upload upload;
    private final Deque<Step> ahead = new ArrayDeque<>();
    private final List<Circle> circles = new ArrayList<>();
    private int linked;

    /** A folder to walk: where it is, what its files are called, and how the walk came here. */
    private record Step(TreePath folder, String prefix, Scope scope, List<TreeEntry> links, Optional<Step> from) {}

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
        ahead.addLast(new Step(folder, prefix, scope, List.of(), Optional.empty()));
        while (!ahead.isEmpty()) {
            Step step = ahead.removeLast();
            for (TreeEntry child : tree.children(step.folder())) {
                take(child, step);
                if (!step.links().isEmpty() && ++linked > MAX_LINKED) {
                    ahead.clear();
                    upload.problem(
                            "code/too-many-links",
                            step.links().get(0),
                            "Through this link and others, there are more than " + MAX_LINKED + " files and folders.",
                            "Remove links to folders that hold links to folders.");
                    return;
                }
            }
        }
        reportCircles();
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
        if (!links.isEmpty() && isInside(folder, step)) {
            circles.add(new Circle(links.get(links.size() - 1), folder));
            return;
        }
        step.scope()
                .enter(name, folder)
                .ifPresent(scope ->
                        ahead.addLast(new Step(folder, step.prefix() + name + "/", scope, links, Optional.of(step))));
    }

    private static boolean isInside(TreePath folder, Step step) {
        for (Optional<Step> at = Optional.of(step);
                at.isPresent();
                at = at.get().from()) {
            if (at.get().folder().equals(folder)) {
                return true;
            }
        }
        return false;
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
