package io.github.amlmaven.mojo;

import io.github.amlmaven.tree.FileTree;
import io.github.amlmaven.tree.TreeEntry;
import io.github.amlmaven.tree.TreePath;
import java.io.File;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.codehaus.plexus.util.SelectorUtils;

/** The files of a module that may be definitions: those that the patterns of {@code aml.definitions} match. */
final class EntryPoints {
    private EntryPoints() {}

    /**
     * Lists them.
     *
     * @param tree a tree of the repository
     * @param basedir the module's folder in it
     * @param patterns Ant patterns, relative to the folder
     * @return the files, in the order of their paths
     * @throws IOException when the tree cannot be read
     */
    static List<TreePath> in(FileTree tree, TreePath basedir, List<String> patterns) throws IOException {
        List<String> normal = patterns.stream().map(EntryPoints::normal).toList();
        List<TreePath> found = new ArrayList<>();
        Deque<TreePath> folders = new ArrayDeque<>(List.of(basedir));
        while (!folders.isEmpty()) {
            for (TreeEntry entry : tree.children(folders.removeFirst())) {
                String relative = system(entry.path().relativeTo(basedir));
                if (entry.kind() == TreeEntry.Kind.FOLDER) {
                    if (normal.stream().anyMatch(p -> SelectorUtils.matchPatternStart(p, relative))) {
                        folders.addLast(entry.path());
                    }
                } else if (entry.isFile() && normal.stream().anyMatch(p -> SelectorUtils.matchPath(p, relative))) {
                    found.add(entry.path());
                }
            }
        }
        return found.stream().sorted().toList();
    }

    private static String normal(String pattern) {
        String path = pattern.trim().replace('\\', '/');
        String relative = path.startsWith("./") ? path.substring(2) : path;
        return system(relative.endsWith("/") ? relative + "**" : relative);
    }

    /** The matcher knows the separator of the system alone; a path of a tree has a slash everywhere. */
    private static String system(String path) {
        return path.replace('/', File.separatorChar);
    }
}
