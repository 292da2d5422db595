package io.github.amlmaven.mojo;

import io.github.amlmaven.definition.DefinitionGraph;
import io.github.amlmaven.definition.Problem;
import io.github.amlmaven.document.Document;
import io.github.amlmaven.document.Location;
import io.github.amlmaven.document.UnreadableDocumentException;
import io.github.amlmaven.publish.Overlay;
import io.github.amlmaven.publish.UnpublishableException;
import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.Followed;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The overlays of targets, which are captured as definitions are: a release goes to each of its targets with what was different there when it was
 * made.
 */
final class Overlays {
    private final FileTree tree;
    private final SortedMap<TreePath, TreeEntry> files = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Prepares to look for them.
     *
     * @param tree where they are
     */
    Overlays(FileTree tree) {
        this.tree = tree;
    }

    /**
     * Reads those of one module.
     *
     * @param pom its pom, which names them
     * @param overlays their paths
     * @throws IOException when the tree cannot be read
     */
    void add(TreePath pom, Collection<String> overlays) throws IOException {
        for (String overlay : overlays) {
            Optional<Followed> there = follow(overlay);
            Optional<TreeEntry> file = there.flatMap(Followed::entry).filter(TreeEntry::isFile);
            if (file.isEmpty()) {
                problems.add(new Problem(
                        "overlay/missing",
                        place(pom, overlay),
                        overlay,
                        "There is no such file, and the overlay of a target is captured with what is published there.",
                        "Add the file, correct its path from the top of the repository, or remove the overlay."));
            } else {
                files.put(file.get().path(), file.get());
                there.get().links().forEach(link -> files.put(link.path(), link));
                read(file.get());
            }
        }
    }

    private Optional<Followed> follow(String overlay) throws IOException {
        try {
            return Optional.of(Followed.of(tree, TreePath.of(overlay)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void read(TreeEntry file) throws IOException {
        try (InputStream in = tree.open(file)) {
            Overlay.read(file.path().value(), Document.read(file.path(), in).root());
        } catch (UnreadableDocumentException e) {
            unreadable(file, e.location(), "It cannot be read: " + e.getMessage() + ".");
        } catch (UnpublishableException e) {
            unreadable(file, Location.startOf(file.path()), String.valueOf(e.getMessage()));
        }
    }

    private void unreadable(TreeEntry file, Location location, String message) {
        problems.add(new Problem(
                "overlay/unreadable",
                location,
                file.path().name(),
                message,
                "Write what is different in the target under computes, datastores, inputs or schedules."));
    }

    /** Where the pom names it; at its beginning when a parent or the command line does. */
    private Location place(TreePath pom, String overlay) throws IOException {
        Optional<TreeEntry> file = tree.find(pom).filter(TreeEntry::isFile);
        if (file.isPresent()) {
            try (InputStream in = tree.open(file.get())) {
                List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                for (int line = 0; line < lines.size(); line++) {
                    int column = lines.get(line).indexOf("<overlay>" + overlay);
                    if (column >= 0) {
                        return new Location(pom, line + 1, column + "<overlay>".length() + 1);
                    }
                }
            }
        }
        return Location.startOf(pom);
    }

    /**
     * Takes them in.
     *
     * @param graph what is captured besides
     * @return the graph with the files of the overlays and what is wrong with them
     */
    DefinitionGraph into(DefinitionGraph graph) {
        if (files.isEmpty() && problems.isEmpty()) {
            return graph;
        }
        SortedMap<TreePath, TreeEntry> all = new TreeMap<>(graph.files());
        all.putAll(files);
        List<Problem> wrong = new ArrayList<>(graph.problems());
        wrong.addAll(problems);
        return new DefinitionGraph(
                graph.entries(),
                graph.assets(),
                graph.environments(),
                graph.scripts(),
                graph.code(),
                all,
                wrong,
                graph.passedOver());
    }
}
